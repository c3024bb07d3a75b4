"""Contains all the data models used in inputs/outputs"""

from .acceptance import Acceptance
from .account_language import AccountLanguage
from .ad_balance_view import AdBalanceView
from .ad_click_page import AdClickPage
from .ad_click_view import AdClickView
from .ad_click_view_outcome import AdClickViewOutcome
from .ad_followed import AdFollowed
from .ad_funds import AdFunds
from .ad_group_view import AdGroupView
from .ad_group_wish import AdGroupWish
from .ad_report_page import AdReportPage
from .ad_report_row import AdReportRow
from .ad_target import AdTarget
from .ad_view import AdView
from .address_body import AddressBody
from .address_book import AddressBook
from .address_view import AddressView
from .announced_import import AnnouncedImport
from .announced_view import AnnouncedView
from .application_view import ApplicationView
from .application_view_decision import ApplicationViewDecision
from .asking import Asking
from .assignment import Assignment
from .attribute_view import AttributeView
from .audience_view import AudienceView
from .audience_view_devices_item import AudienceViewDevicesItem
from .awaiting_review import AwaitingReview
from .awaiting_reviews import AwaitingReviews
from .bid_outlook import BidOutlook
from .bid_simulation import BidSimulation
from .blend_body import BlendBody
from .booked_parcel_view import BookedParcelView
from .booking_view import BookingView
from .campaign_change import CampaignChange
from .campaign_change_pacing_type_0 import CampaignChangePacingType0
from .campaign_details import CampaignDetails
from .campaign_details_pacing import CampaignDetailsPacing
from .campaign_details_state import CampaignDetailsState
from .campaign_page import CampaignPage
from .campaign_view import CampaignView
from .campaign_view_pacing import CampaignViewPacing
from .campaign_view_state import CampaignViewState
from .card_view import CardView
from .cart_line_view import CartLineView
from .cart_view import CartView
from .category_details import CategoryDetails
from .category_tree import CategoryTree
from .category_view import CategoryView
from .changed_variant import ChangedVariant
from .charge_view import ChargeView
from .checkout_view import CheckoutView
from .choice_view import ChoiceView
from .claim_view import ClaimView
from .click_credit import ClickCredit
from .code_sent import CodeSent
from .code_sent_by import CodeSentBy
from .compare_for_order_rank_by import CompareForOrderRankBy
from .comparison_view import ComparisonView
from .completion import Completion
from .confirmation import Confirmation
from .contact_view import ContactView
from .content_view import ContentView
from .context_view import ContextView
from .contract_view import ContractView
from .conversation_kind import ConversationKind
from .conversation_offer_state import ConversationOfferState
from .conversation_report_reason import ConversationReportReason
from .conversation_side import ConversationSide
from .conversation_view import ConversationView
from .conversations_view import ConversationsView
from .counter_offer import CounterOffer
from .coupon_check import CouponCheck
from .courier_quote_view import CourierQuoteView
from .cover_view import CoverView
from .credit_month_view import CreditMonthView
from .credit_raise_view import CreditRaiseView
from .credit_raise_view_text import CreditRaiseViewText
from .credit_reason_view import CreditReasonView
from .credit_reason_view_text import CreditReasonViewText
from .credit_record_view import CreditRecordView
from .credit_view import CreditView
from .crew_view import CrewView
from .day_view import DayView
from .days_view import DaysView
from .desk_hours import DeskHours
from .desk_settings import DeskSettings
from .destination_view import DestinationView
from .difference_view import DifferenceView
from .differences_view import DifferencesView
from .discount_view import DiscountView
from .entries_view import EntriesView
from .entry_view import EntryView
from .evidence_view import EvidenceView
from .export_view import ExportView
from .facet_choice import FacetChoice
from .facet_view import FacetView
from .facet_view_kind import FacetViewKind
from .failure_view import FailureView
from .fault import Fault
from .fault_page import FaultPage
from .file_change import FileChange
from .file_view import FileView
from .files_page import FilesPage
from .follow_up_view import FollowUpView
from .followed_parcel_view import FollowedParcelView
from .found_messages import FoundMessages
from .hearings_view import HearingsView
from .hit_view import HitView
from .import_page import ImportPage
from .import_view import ImportView
from .instalment_view import InstalmentView
from .invitation_view import InvitationView
from .invoice_line import InvoiceLine
from .invoice_view import InvoiceView
from .invoices_page import InvoicesPage
from .issued_view import IssuedView
from .item_to_buy import ItemToBuy
from .journal_view import JournalView
from .keyword_bid import KeywordBid
from .keyword_bid_match import KeywordBidMatch
from .laddered_variant import LadderedVariant
from .lending_characteristic import LendingCharacteristic
from .lending_day_count import LendingDayCount
from .lending_loan_state import LendingLoanState
from .lending_method import LendingMethod
from .lending_purpose import LendingPurpose
from .lending_reason import LendingReason
from .lending_refusal import LendingRefusal
from .lending_switch import LendingSwitch
from .level_view import LevelView
from .limits_view import LimitsView
from .line_change import LineChange
from .line_tax_view import LineTaxView
from .line_view import LineView
from .link_list import LinkList
from .link_list_visits_by_channel import LinkListVisitsByChannel
from .link_view import LinkView
from .listing_alert import ListingAlert
from .listing_alert_view import ListingAlertView
from .listing_card import ListingCard
from .listing_card_status import ListingCardStatus
from .listing_cause import ListingCause
from .listing_change import ListingChange
from .listing_change_attributes_type_0 import ListingChangeAttributesType0
from .listing_format import ListingFormat
from .listing_kind import ListingKind
from .listing_level import ListingLevel
from .listing_page import ListingPage
from .listing_page_lang import ListingPageLang
from .listing_reason import ListingReason
from .listing_state import ListingState
from .listing_tax_mode import ListingTaxMode
from .listing_view import ListingView
from .listing_view_attributes import ListingViewAttributes
from .listing_view_status import ListingViewStatus
from .loan_entry_view import LoanEntryView
from .loan_payment import LoanPayment
from .loan_statement_view import LoanStatementView
from .loan_terms import LoanTerms
from .loan_view import LoanView
from .loan_wish import LoanWish
from .loans_view import LoansView
from .measured_rate import MeasuredRate
from .message_report_view import MessageReportView
from .message_reports_view import MessageReportsView
from .message_view import MessageView
from .messages_view import MessagesView
from .money_view import MoneyView
from .movement_view import MovementView
from .my_promotion_view import MyPromotionView
from .my_promotions_view import MyPromotionsView
from .my_store_qr_format import MyStoreQrFormat
from .new_booking import NewBooking
from .new_campaign import NewCampaign
from .new_campaign_pacing import NewCampaignPacing
from .new_checkout import NewCheckout
from .new_checkout_pay_from import NewCheckoutPayFrom
from .new_conversation import NewConversation
from .new_evidence import NewEvidence
from .new_export import NewExport
from .new_follow_up import NewFollowUp
from .new_import import NewImport
from .new_invitation import NewInvitation
from .new_ladders import NewLadders
from .new_line import NewLine
from .new_link import NewLink
from .new_listing import NewListing
from .new_listing_attributes import NewListingAttributes
from .new_message import NewMessage
from .new_offer import NewOffer
from .new_parcel import NewParcel
from .new_photo import NewPhoto
from .new_pin import NewPin
from .new_plan import NewPlan
from .new_pool import NewPool
from .new_promotion_type_0 import NewPromotionType0
from .new_promotion_type_1 import NewPromotionType1
from .new_push_device import NewPushDevice
from .new_quote import NewQuote
from .new_refund import NewRefund
from .new_report import NewReport
from .new_review import NewReview
from .new_sale import NewSale
from .new_split_type_0 import NewSplitType0
from .new_split_type_1 import NewSplitType1
from .new_step import NewStep
from .new_store import NewStore
from .new_ticket import NewTicket
from .new_variant import NewVariant
from .new_withdrawal import NewWithdrawal
from .news_view import NewsView
from .not_offered import NotOffered
from .notification_platform import NotificationPlatform
from .notification_push_language import NotificationPushLanguage
from .notification_view import NotificationView
from .notification_view_text import NotificationViewText
from .notifications_view import NotificationsView
from .offer_thresholds import OfferThresholds
from .offer_to_askers import OfferToAskers
from .offer_view import OfferView
from .offers_made_view import OffersMadeView
from .order_checkout_state import OrderCheckoutState
from .order_parcels import OrderParcels
from .order_party import OrderParty
from .order_refund_kind import OrderRefundKind
from .order_refund_reason import OrderRefundReason
from .order_refund_state import OrderRefundState
from .order_reviews_view import OrderReviewsView
from .order_state import OrderState
from .order_view import OrderView
from .orders_view import OrdersView
from .owed_view import OwedView
from .packed_order import PackedOrder
from .parcel_label_format import ParcelLabelFormat
from .parcel_view import ParcelView
from .payment_charge_state import PaymentChargeState
from .payment_code import PaymentCode
from .payment_discrepancy import PaymentDiscrepancy
from .payment_every import PaymentEvery
from .payment_kind import PaymentKind
from .payment_phase import PaymentPhase
from .payment_split_owner import PaymentSplitOwner
from .payment_type import PaymentType
from .payment_use import PaymentUse
from .payment_withdrawal_state import PaymentWithdrawalState
from .payoff_view import PayoffView
from .percentiles_view import PercentilesView
from .photo_content_type import PhotoContentType
from .photo_purpose import PhotoPurpose
from .photo_reason import PhotoReason
from .photo_state import PhotoState
from .photo_status import PhotoStatus
from .photo_view import PhotoView
from .pickup_view import PickupView
from .pickup_wish import PickupWish
from .picture_view import PictureView
from .piece_body import PieceBody
from .pieces_of_line import PiecesOfLine
from .pin_change import PinChange
from .pin_view import PinView
from .place_body import PlaceBody
from .plan_choice import PlanChoice
from .plan_view import PlanView
from .pool_funds import PoolFunds
from .pool_limits import PoolLimits
from .pool_view import PoolView
from .pools_view import PoolsView
from .price_offer_view import PriceOfferView
from .price_view import PriceView
from .problem import Problem
from .profile_view import ProfileView
from .profile_wish import ProfileWish
from .promotion_promotion_status import PromotionPromotionStatus
from .promotion_view import PromotionView
from .proof_view import ProofView
from .public_store import PublicStore
from .push_device_view import PushDeviceView
from .push_devices_view import PushDevicesView
from .quick_reply_text import QuickReplyText
from .quote_view import QuoteView
from .rating_view import RatingView
from .reading import Reading
from .reduced_variant import ReducedVariant
from .refreshing import Refreshing
from .refund_answer import RefundAnswer
from .refund_view import RefundView
from .refunds_view import RefundsView
from .region_list import RegionList
from .region_view import RegionView
from .rejection_view import RejectionView
from .reply_view import ReplyView
from .report_ads_by import ReportAdsBy
from .reported_reviews import ReportedReviews
from .reported_view import ReportedView
from .resending import Resending
from .return_booking import ReturnBooking
from .return_parcel import ReturnParcel
from .review_hiding import ReviewHiding
from .review_reply import ReviewReply
from .review_report import ReviewReport
from .review_report_reason import ReviewReportReason
from .review_revision import ReviewRevision
from .review_view import ReviewView
from .reviews_view import ReviewsView
from .role_change import RoleChange
from .row_fault import RowFault
from .ruling import Ruling
from .running_promotions import RunningPromotions
from .sale_view import SaleView
from .search_goods_sort import SearchGoodsSort
from .search_page import SearchPage
from .section_body import SectionBody
from .section_view import SectionView
from .sender_body import SenderBody
from .sentences import Sentences
from .session_view import SessionView
from .shipping_booking_state import ShippingBookingState
from .shipping_by import ShippingBy
from .shipping_claim_reason import ShippingClaimReason
from .shipping_claim_state import ShippingClaimState
from .shipping_direction import ShippingDirection
from .shipping_kind import ShippingKind
from .shipping_level import ShippingLevel
from .shipping_paid_from import ShippingPaidFrom
from .shipping_status import ShippingStatus
from .shipping_why_not import ShippingWhyNot
from .shipping_zone import ShippingZone
from .show_contract_response_200 import ShowContractResponse200
from .show_loan_contract_form import ShowLoanContractForm
from .show_loan_statement_of import ShowLoanStatementOf
from .show_media_size import ShowMediaSize
from .sign_in import SignIn
from .sign_up import SignUp
from .split_view import SplitView
from .splits_view import SplitsView
from .staff_view import StaffView
from .stars_count import StarsCount
from .statement_csv_language import StatementCsvLanguage
from .step_view import StepView
from .stock_change import StockChange
from .stock_count import StockCount
from .storage_day import StorageDay
from .storage_days import StorageDays
from .storage_invoice_state import StorageInvoiceState
from .storage_kind import StorageKind
from .storage_plan_code import StoragePlanCode
from .storage_plan_view import StoragePlanView
from .storage_plans_view import StoragePlansView
from .storage_standing import StorageStanding
from .storage_state import StorageState
from .store_alert import StoreAlert
from .store_alert_view import StoreAlertView
from .store_change import StoreChange
from .store_channel import StoreChannel
from .store_page import StorePage
from .store_page_lang import StorePageLang
from .store_qr_format import StoreQrFormat
from .store_quote_view import StoreQuoteView
from .store_role import StoreRole
from .store_scope import StoreScope
from .store_section_kind import StoreSectionKind
from .store_state import StoreState
from .store_view import StoreView
from .suggestions_view import SuggestionsView
from .tax_terms_body import TaxTermsBody
from .tax_terms_body_by_category import TaxTermsBodyByCategory
from .tax_terms_view import TaxTermsView
from .tax_terms_view_by_category import TaxTermsViewByCategory
from .tax_total_view import TaxTotalView
from .theme_body import ThemeBody
from .theme_view import ThemeView
from .ticket_view import TicketView
from .top_up import TopUp
from .tracking_view import TrackingView
from .transit_view import TransitView
from .trial_line_view import TrialLineView
from .upload_view import UploadView
from .upload_view_fields import UploadViewFields
from .used_view import UsedView
from .variant_view import VariantView
from .visitor_claim import VisitorClaim
from .wallet_view import WalletView
from .withdrawal_view import WithdrawalView
from .workplace_page import WorkplacePage
from .workplace_view import WorkplaceView

__all__ = (
    "Acceptance",
    "AccountLanguage",
    "AdBalanceView",
    "AdClickPage",
    "AdClickView",
    "AdClickViewOutcome",
    "AddressBody",
    "AddressBook",
    "AddressView",
    "AdFollowed",
    "AdFunds",
    "AdGroupView",
    "AdGroupWish",
    "AdReportPage",
    "AdReportRow",
    "AdTarget",
    "AdView",
    "AnnouncedImport",
    "AnnouncedView",
    "ApplicationView",
    "ApplicationViewDecision",
    "Asking",
    "Assignment",
    "AttributeView",
    "AudienceView",
    "AudienceViewDevicesItem",
    "AwaitingReview",
    "AwaitingReviews",
    "BidOutlook",
    "BidSimulation",
    "BlendBody",
    "BookedParcelView",
    "BookingView",
    "CampaignChange",
    "CampaignChangePacingType0",
    "CampaignDetails",
    "CampaignDetailsPacing",
    "CampaignDetailsState",
    "CampaignPage",
    "CampaignView",
    "CampaignViewPacing",
    "CampaignViewState",
    "CardView",
    "CartLineView",
    "CartView",
    "CategoryDetails",
    "CategoryTree",
    "CategoryView",
    "ChangedVariant",
    "ChargeView",
    "CheckoutView",
    "ChoiceView",
    "ClaimView",
    "ClickCredit",
    "CodeSent",
    "CodeSentBy",
    "CompareForOrderRankBy",
    "ComparisonView",
    "Completion",
    "Confirmation",
    "ContactView",
    "ContentView",
    "ContextView",
    "ContractView",
    "ConversationKind",
    "ConversationOfferState",
    "ConversationReportReason",
    "ConversationSide",
    "ConversationsView",
    "ConversationView",
    "CounterOffer",
    "CouponCheck",
    "CourierQuoteView",
    "CoverView",
    "CreditMonthView",
    "CreditRaiseView",
    "CreditRaiseViewText",
    "CreditReasonView",
    "CreditReasonViewText",
    "CreditRecordView",
    "CreditView",
    "CrewView",
    "DaysView",
    "DayView",
    "DeskHours",
    "DeskSettings",
    "DestinationView",
    "DifferencesView",
    "DifferenceView",
    "DiscountView",
    "EntriesView",
    "EntryView",
    "EvidenceView",
    "ExportView",
    "FacetChoice",
    "FacetView",
    "FacetViewKind",
    "FailureView",
    "Fault",
    "FaultPage",
    "FileChange",
    "FilesPage",
    "FileView",
    "FollowedParcelView",
    "FollowUpView",
    "FoundMessages",
    "HearingsView",
    "HitView",
    "ImportPage",
    "ImportView",
    "InstalmentView",
    "InvitationView",
    "InvoiceLine",
    "InvoicesPage",
    "InvoiceView",
    "IssuedView",
    "ItemToBuy",
    "JournalView",
    "KeywordBid",
    "KeywordBidMatch",
    "LadderedVariant",
    "LendingCharacteristic",
    "LendingDayCount",
    "LendingLoanState",
    "LendingMethod",
    "LendingPurpose",
    "LendingReason",
    "LendingRefusal",
    "LendingSwitch",
    "LevelView",
    "LimitsView",
    "LineChange",
    "LineTaxView",
    "LineView",
    "LinkList",
    "LinkListVisitsByChannel",
    "LinkView",
    "ListingAlert",
    "ListingAlertView",
    "ListingCard",
    "ListingCardStatus",
    "ListingCause",
    "ListingChange",
    "ListingChangeAttributesType0",
    "ListingFormat",
    "ListingKind",
    "ListingLevel",
    "ListingPage",
    "ListingPageLang",
    "ListingReason",
    "ListingState",
    "ListingTaxMode",
    "ListingView",
    "ListingViewAttributes",
    "ListingViewStatus",
    "LoanEntryView",
    "LoanPayment",
    "LoanStatementView",
    "LoansView",
    "LoanTerms",
    "LoanView",
    "LoanWish",
    "MeasuredRate",
    "MessageReportsView",
    "MessageReportView",
    "MessagesView",
    "MessageView",
    "MoneyView",
    "MovementView",
    "MyPromotionsView",
    "MyPromotionView",
    "MyStoreQrFormat",
    "NewBooking",
    "NewCampaign",
    "NewCampaignPacing",
    "NewCheckout",
    "NewCheckoutPayFrom",
    "NewConversation",
    "NewEvidence",
    "NewExport",
    "NewFollowUp",
    "NewImport",
    "NewInvitation",
    "NewLadders",
    "NewLine",
    "NewLink",
    "NewListing",
    "NewListingAttributes",
    "NewMessage",
    "NewOffer",
    "NewParcel",
    "NewPhoto",
    "NewPin",
    "NewPlan",
    "NewPool",
    "NewPromotionType0",
    "NewPromotionType1",
    "NewPushDevice",
    "NewQuote",
    "NewRefund",
    "NewReport",
    "NewReview",
    "NewSale",
    "NewSplitType0",
    "NewSplitType1",
    "NewStep",
    "NewStore",
    "NewsView",
    "NewTicket",
    "NewVariant",
    "NewWithdrawal",
    "NotificationPlatform",
    "NotificationPushLanguage",
    "NotificationsView",
    "NotificationView",
    "NotificationViewText",
    "NotOffered",
    "OffersMadeView",
    "OfferThresholds",
    "OfferToAskers",
    "OfferView",
    "OrderCheckoutState",
    "OrderParcels",
    "OrderParty",
    "OrderRefundKind",
    "OrderRefundReason",
    "OrderRefundState",
    "OrderReviewsView",
    "OrderState",
    "OrdersView",
    "OrderView",
    "OwedView",
    "PackedOrder",
    "ParcelLabelFormat",
    "ParcelView",
    "PaymentChargeState",
    "PaymentCode",
    "PaymentDiscrepancy",
    "PaymentEvery",
    "PaymentKind",
    "PaymentPhase",
    "PaymentSplitOwner",
    "PaymentType",
    "PaymentUse",
    "PaymentWithdrawalState",
    "PayoffView",
    "PercentilesView",
    "PhotoContentType",
    "PhotoPurpose",
    "PhotoReason",
    "PhotoState",
    "PhotoStatus",
    "PhotoView",
    "PickupView",
    "PickupWish",
    "PictureView",
    "PieceBody",
    "PiecesOfLine",
    "PinChange",
    "PinView",
    "PlaceBody",
    "PlanChoice",
    "PlanView",
    "PoolFunds",
    "PoolLimits",
    "PoolsView",
    "PoolView",
    "PriceOfferView",
    "PriceView",
    "Problem",
    "ProfileView",
    "ProfileWish",
    "PromotionPromotionStatus",
    "PromotionView",
    "ProofView",
    "PublicStore",
    "PushDevicesView",
    "PushDeviceView",
    "QuickReplyText",
    "QuoteView",
    "RatingView",
    "Reading",
    "ReducedVariant",
    "Refreshing",
    "RefundAnswer",
    "RefundsView",
    "RefundView",
    "RegionList",
    "RegionView",
    "RejectionView",
    "ReplyView",
    "ReportAdsBy",
    "ReportedReviews",
    "ReportedView",
    "Resending",
    "ReturnBooking",
    "ReturnParcel",
    "ReviewHiding",
    "ReviewReply",
    "ReviewReport",
    "ReviewReportReason",
    "ReviewRevision",
    "ReviewsView",
    "ReviewView",
    "RoleChange",
    "RowFault",
    "Ruling",
    "RunningPromotions",
    "SaleView",
    "SearchGoodsSort",
    "SearchPage",
    "SectionBody",
    "SectionView",
    "SenderBody",
    "Sentences",
    "SessionView",
    "ShippingBookingState",
    "ShippingBy",
    "ShippingClaimReason",
    "ShippingClaimState",
    "ShippingDirection",
    "ShippingKind",
    "ShippingLevel",
    "ShippingPaidFrom",
    "ShippingStatus",
    "ShippingWhyNot",
    "ShippingZone",
    "ShowContractResponse200",
    "ShowLoanContractForm",
    "ShowLoanStatementOf",
    "ShowMediaSize",
    "SignIn",
    "SignUp",
    "SplitsView",
    "SplitView",
    "StaffView",
    "StarsCount",
    "StatementCsvLanguage",
    "StepView",
    "StockChange",
    "StockCount",
    "StorageDay",
    "StorageDays",
    "StorageInvoiceState",
    "StorageKind",
    "StoragePlanCode",
    "StoragePlansView",
    "StoragePlanView",
    "StorageStanding",
    "StorageState",
    "StoreAlert",
    "StoreAlertView",
    "StoreChange",
    "StoreChannel",
    "StorePage",
    "StorePageLang",
    "StoreQrFormat",
    "StoreQuoteView",
    "StoreRole",
    "StoreScope",
    "StoreSectionKind",
    "StoreState",
    "StoreView",
    "SuggestionsView",
    "TaxTermsBody",
    "TaxTermsBodyByCategory",
    "TaxTermsView",
    "TaxTermsViewByCategory",
    "TaxTotalView",
    "ThemeBody",
    "ThemeView",
    "TicketView",
    "TopUp",
    "TrackingView",
    "TransitView",
    "TrialLineView",
    "UploadView",
    "UploadViewFields",
    "UsedView",
    "VariantView",
    "VisitorClaim",
    "WalletView",
    "WithdrawalView",
    "WorkplacePage",
    "WorkplaceView",
)
