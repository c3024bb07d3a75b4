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
from .advertising_placement import AdvertisingPlacement
from .affiliate_commission_state import AffiliateCommissionState
from .announced_import import AnnouncedImport
from .announced_view import AnnouncedView
from .application_view import ApplicationView
from .application_view_decision import ApplicationViewDecision
from .archive_view import ArchiveView
from .asking import Asking
from .assignment import Assignment
from .attribute_view import AttributeView
from .audience_view import AudienceView
from .audience_view_devices_item import AudienceViewDevicesItem
from .awaiting_review import AwaitingReview
from .awaiting_reviews import AwaitingReviews
from .balance_payment import BalancePayment
from .bargain_view import BargainView
from .bid_outlook import BidOutlook
from .bid_simulation import BidSimulation
from .blend_body import BlendBody
from .booked_parcel_view import BookedParcelView
from .booking_view import BookingView
from .brief_view import BriefView
from .briefs_view import BriefsView
from .broadcast_list import BroadcastList
from .broadcast_view import BroadcastView
from .browser_session import BrowserSession
from .busiest_hour import BusiestHour
from .busy_days import BusyDays
from .busy_view import BusyView
from .campaign_change import CampaignChange
from .campaign_change_pacing_type_0 import CampaignChangePacingType0
from .campaign_details import CampaignDetails
from .campaign_details_pacing import CampaignDetailsPacing
from .campaign_details_state import CampaignDetailsState
from .campaign_link_view import CampaignLinkView
from .campaign_page import CampaignPage
from .campaign_view import CampaignView
from .campaign_view_pacing import CampaignViewPacing
from .campaign_view_state import CampaignViewState
from .card_view import CardView
from .carried_promotion import CarriedPromotion
from .cart_line_view import CartLineView
from .cart_view import CartView
from .category_details import CategoryDetails
from .category_rate import CategoryRate
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
from .cohort_row import CohortRow
from .cohort_table import CohortTable
from .commission_page import CommissionPage
from .commission_take_back import CommissionTakeBack
from .commission_view import CommissionView
from .compare_for_order_rank_by import CompareForOrderRankBy
from .comparison_view import ComparisonView
from .completion import Completion
from .confirmation import Confirmation
from .connection_view import ConnectionView
from .consent import Consent
from .consent_request import ConsentRequest
from .contact_view import ContactView
from .content_view import ContentView
from .context_view import ContextView
from .contract_reviews_view import ContractReviewsView
from .contract_view import ContractView
from .conversation_kind import ConversationKind
from .conversation_report_reason import ConversationReportReason
from .conversation_side import ConversationSide
from .conversation_view import ConversationView
from .conversations_view import ConversationsView
from .counted import Counted
from .counter_offer import CounterOffer
from .counter_quote import CounterQuote
from .coupon_check import CouponCheck
from .courier_quote_view import CourierQuoteView
from .cover_view import CoverView
from .creative_list import CreativeList
from .creative_view import CreativeView
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
from .deed_view import DeedView
from .deeds_view import DeedsView
from .delivered_photo_view import DeliveredPhotoView
from .delivery_use import DeliveryUse
from .delivery_used_view import DeliveryUsedView
from .delivery_view import DeliveryView
from .demand_view import DemandView
from .desk_hours import DeskHours
from .desk_settings import DeskSettings
from .destination_view import DestinationView
from .difference_view import DifferenceView
from .differences_view import DifferencesView
from .discount_view import DiscountView
from .display_ad_view import DisplayAdView
from .display_ads import DisplayAds
from .display_report_page import DisplayReportPage
from .display_report_row import DisplayReportRow
from .download_days_language import DownloadDaysLanguage
from .earnings_day import EarningsDay
from .earnings_page import EarningsPage
from .entries_view import EntriesView
from .entry_view import EntryView
from .evidence_view import EvidenceView
from .export_view import ExportView
from .facet_choice import FacetChoice
from .facet_view import FacetView
from .facet_view_kind import FacetViewKind
from .failure_view import FailureView
from .farewell_view import FarewellView
from .fault import Fault
from .fault_page import FaultPage
from .favourite_count import FavouriteCount
from .favourite_view import FavouriteView
from .favourites_view import FavouritesView
from .figures_change import FiguresChange
from .figures_day import FiguresDay
from .figures_hour import FiguresHour
from .figures_part import FiguresPart
from .file_change import FileChange
from .file_view import FileView
from .files_page import FilesPage
from .find_page_lang import FindPageLang
from .find_page_sort import FindPageSort
from .find_partners_trade import FindPartnersTrade
from .finding_view import FindingView
from .findings_page import FindingsPage
from .follow_up_view import FollowUpView
from .followed_parcel_view import FollowedParcelView
from .followed_store import FollowedStore
from .followed_stores import FollowedStores
from .following_view import FollowingView
from .forecast_day import ForecastDay
from .found_lot import FoundLot
from .found_messages import FoundMessages
from .foundation_invoice_state import FoundationInvoiceState
from .foundation_offer_state import FoundationOfferState
from .foundation_subscription_state import FoundationSubscriptionState
from .free_day_view import FreeDayView
from .funnel_step import FunnelStep
from .given_consent import GivenConsent
from .glimpse_view import GlimpseView
from .goods_figures import GoodsFigures
from .grant_view import GrantView
from .grants_view import GrantsView
from .group_page import GroupPage
from .group_view import GroupView
from .hearings_view import HearingsView
from .hit_view import HitView
from .home_page_lang import HomePageLang
from .import_page import ImportPage
from .import_view import ImportView
from .insight_step import InsightStep
from .instalment_view import InstalmentView
from .interview_view import InterviewView
from .invitation_view import InvitationView
from .invoice_line import InvoiceLine
from .invoice_view import InvoiceView
from .invoices_page import InvoicesPage
from .issued_view import IssuedView
from .item_to_buy import ItemToBuy
from .journal_view import JournalView
from .kept_sample import KeptSample
from .keyword_bid import KeywordBid
from .keyword_bid_match import KeywordBidMatch
from .keyword_suggestion import KeywordSuggestion
from .keyword_suggestions import KeywordSuggestions
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
from .list_contracts_role import ListContractsRole
from .list_open_briefs_trade import ListOpenBriefsTrade
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
from .live_figures import LiveFigures
from .live_minute import LiveMinute
from .loan_entry_view import LoanEntryView
from .loan_payment import LoanPayment
from .loan_statement_view import LoanStatementView
from .loan_terms import LoanTerms
from .loan_view import LoanView
from .loan_wish import LoanWish
from .loans_view import LoansView
from .look import Look
from .looked import Looked
from .lot_view import LotView
from .measured_rate import MeasuredRate
from .membership_change import MembershipChange
from .membership_invoice import MembershipInvoice
from .membership_invoices import MembershipInvoices
from .membership_line import MembershipLine
from .membership_plan import MembershipPlan
from .membership_view import MembershipView
from .membership_wish import MembershipWish
from .message_report_view import MessageReportView
from .message_reports_view import MessageReportsView
from .message_view import MessageView
from .messages_view import MessagesView
from .milestone_payment import MilestonePayment
from .milestone_view import MilestoneView
from .money_view import MoneyView
from .movement_view import MovementView
from .my_promotion_view import MyPromotionView
from .my_promotions_view import MyPromotionsView
from .my_store_qr_format import MyStoreQrFormat
from .new_booking import NewBooking
from .new_brief import NewBrief
from .new_broadcast import NewBroadcast
from .new_campaign import NewCampaign
from .new_campaign_link import NewCampaignLink
from .new_campaign_pacing import NewCampaignPacing
from .new_checkout import NewCheckout
from .new_checkout_pay_from import NewCheckoutPayFrom
from .new_conversation import NewConversation
from .new_creative import NewCreative
from .new_creative_placement import NewCreativePlacement
from .new_delivery import NewDelivery
from .new_evidence import NewEvidence
from .new_export import NewExport
from .new_follow_up import NewFollowUp
from .new_grant import NewGrant
from .new_group import NewGroup
from .new_import import NewImport
from .new_invitation import NewInvitation
from .new_ladders import NewLadders
from .new_line import NewLine
from .new_link import NewLink
from .new_listing import NewListing
from .new_listing_attributes import NewListingAttributes
from .new_member import NewMember
from .new_message import NewMessage
from .new_offer import NewOffer
from .new_parcel import NewParcel
from .new_photo import NewPhoto
from .new_pin import NewPin
from .new_plan import NewPlan
from .new_pool import NewPool
from .new_post import NewPost
from .new_promoter_link import NewPromoterLink
from .new_promotion_type_0 import NewPromotionType0
from .new_promotion_type_1 import NewPromotionType1
from .new_promotion_type_2 import NewPromotionType2
from .new_push_device import NewPushDevice
from .new_push_subscription import NewPushSubscription
from .new_quote import NewQuote
from .new_quote_request import NewQuoteRequest
from .new_refund import NewRefund
from .new_report import NewReport
from .new_review import NewReview
from .new_sale import NewSale
from .new_split_type_0 import NewSplitType0
from .new_split_type_1 import NewSplitType1
from .new_step import NewStep
from .new_store import NewStore
from .new_supplier_quote import NewSupplierQuote
from .new_ticket import NewTicket
from .new_variant import NewVariant
from .new_wholesale_terms import NewWholesaleTerms
from .new_withdrawal import NewWithdrawal
from .new_work_review import NewWorkReview
from .news_view import NewsView
from .night_view import NightView
from .nights_page import NightsPage
from .not_offered import NotOffered
from .notification_phone_platform import NotificationPhonePlatform
from .notification_platform import NotificationPlatform
from .notification_push_language import NotificationPushLanguage
from .notification_view import NotificationView
from .notification_view_text import NotificationViewText
from .notifications_view import NotificationsView
from .offer_thresholds import OfferThresholds
from .offer_to_askers import OfferToAskers
from .offer_to_fans import OfferToFans
from .offer_view import OfferView
from .offers_made_view import OffersMadeView
from .open_groups import OpenGroups
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
from .own_partner_view import OwnPartnerView
from .package_body import PackageBody
from .package_purchase import PackagePurchase
from .packed_order import PackedOrder
from .parcel_label_format import ParcelLabelFormat
from .parcel_view import ParcelView
from .part_body import PartBody
from .partner_brief_state import PartnerBriefState
from .partner_calendar_view import PartnerCalendarView
from .partner_introduction import PartnerIntroduction
from .partner_milestone_state import PartnerMilestoneState
from .partner_proposal_state import PartnerProposalState
from .partner_trade import PartnerTrade
from .partner_use_as import PartnerUseAs
from .partner_view import PartnerView
from .partners_view import PartnersView
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
from .period_figures import PeriodFigures
from .photo_content_type import PhotoContentType
from .photo_finding_kind import PhotoFindingKind
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
from .portfolio_body import PortfolioBody
from .portfolio_piece_body import PortfolioPieceBody
from .portfolio_piece_view import PortfolioPieceView
from .post_list import PostList
from .post_view import PostView
from .price_offer_view import PriceOfferView
from .price_view import PriceView
from .privacy_archive_state import PrivacyArchiveState
from .privacy_farewell_state import PrivacyFarewellState
from .problem import Problem
from .profile_view import ProfileView
from .profile_wish import ProfileWish
from .programme_view import ProgrammeView
from .programme_wish import ProgrammeWish
from .programme_wish_state import ProgrammeWishState
from .promoter_link_page import PromoterLinkPage
from .promoter_link_view import PromoterLinkView
from .promotion_promotion_status import PromotionPromotionStatus
from .promotion_view import PromotionView
from .proof_view import ProofView
from .proposal_acceptance import ProposalAcceptance
from .proposal_body import ProposalBody
from .proposal_view import ProposalView
from .proposals_view import ProposalsView
from .public_store import PublicStore
from .public_work_review import PublicWorkReview
from .public_work_review_by import PublicWorkReviewBy
from .public_work_reviews import PublicWorkReviews
from .push_device_view import PushDeviceView
from .push_devices_view import PushDevicesView
from .push_key_view import PushKeyView
from .push_keys import PushKeys
from .quick_reply_text import QuickReplyText
from .quote_request_view import QuoteRequestView
from .quote_requests_view import QuoteRequestsView
from .quote_storage_plan_plan import QuoteStoragePlanPlan
from .quote_view import QuoteView
from .rating_view import RatingView
from .reading import Reading
from .record_view import RecordView
from .reduced_variant import ReducedVariant
from .refreshing import Refreshing
from .refund_answer import RefundAnswer
from .refund_view import RefundView
from .refunds_view import RefundsView
from .region_list import RegionList
from .region_view import RegionView
from .rejection_view import RejectionView
from .remark import Remark
from .reply_view import ReplyView
from .report_ads_by import ReportAdsBy
from .report_ads_model import ReportAdsModel
from .reported_reviews import ReportedReviews
from .reported_view import ReportedView
from .resale_view import ResaleView
from .resale_wish import ResaleWish
from .resending import Resending
from .resold_line import ResoldLine
from .restock_view import RestockView
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
from .sample_terms import SampleTerms
from .sample_view import SampleView
from .sample_wish import SampleWish
from .search_goods_sort import SearchGoodsSort
from .search_page import SearchPage
from .section_body import SectionBody
from .section_view import SectionView
from .seen_goods import SeenGoods
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
from .show_display_ads_placement import ShowDisplayAdsPlacement
from .show_figures_period import ShowFiguresPeriod
from .show_loan_contract_form import ShowLoanContractForm
from .show_loan_statement_of import ShowLoanStatementOf
from .show_media_size import ShowMediaSize
from .show_top_goods_by import ShowTopGoodsBy
from .sign_in import SignIn
from .sign_up import SignUp
from .social_broadcast_state import SocialBroadcastState
from .social_group_state import SocialGroupState
from .social_post_state import SocialPostState
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
from .storage_kind import StorageKind
from .storage_need import StorageNeed
from .storage_plan_code import StoragePlanCode
from .storage_plan_view import StoragePlanView
from .storage_plans_view import StoragePlansView
from .storage_quote import StorageQuote
from .storage_standing import StorageStanding
from .store_access import StoreAccess
from .store_alert import StoreAlert
from .store_alert_view import StoreAlertView
from .store_change import StoreChange
from .store_channel import StoreChannel
from .store_figures import StoreFigures
from .store_orders_queue import StoreOrdersQueue
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
from .supplier_judgement import SupplierJudgement
from .supplier_judgement_action import SupplierJudgementAction
from .supplier_membership import SupplierMembership
from .supplier_quote_view import SupplierQuoteView
from .supplier_quotes_view import SupplierQuotesView
from .supplier_record import SupplierRecord
from .supplier_view import SupplierView
from .supplier_wish import SupplierWish
from .suppliers_view import SuppliersView
from .taken_coupon import TakenCoupon
from .tax_terms_body import TaxTermsBody
from .tax_terms_body_by_category import TaxTermsBodyByCategory
from .tax_terms_view import TaxTermsView
from .tax_terms_view_by_category import TaxTermsViewByCategory
from .tax_total_view import TaxTotalView
from .theme_body import ThemeBody
from .theme_view import ThemeView
from .ticket_view import TicketView
from .top_goods import TopGoods
from .top_up import TopUp
from .tracking_view import TrackingView
from .traffic_forecast import TrafficForecast
from .transit_view import TransitView
from .trial_line_view import TrialLineView
from .upload_view import UploadView
from .upload_view_fields import UploadViewFields
from .used_view import UsedView
from .variant_view import VariantView
from .visit_batch import VisitBatch
from .visit_source import VisitSource
from .visit_step import VisitStep
from .visit_step_kind import VisitStepKind
from .visitor_claim import VisitorClaim
from .wallet_view import WalletView
from .web_client_lang import WebClientLang
from .web_client_manifest_lang import WebClientManifestLang
from .web_client_manifest_response_200 import WebClientManifestResponse200
from .wholesale_line_kind import WholesaleLineKind
from .wholesale_price import WholesalePrice
from .wholesale_request_state import WholesaleRequestState
from .wholesale_supplier_state import WholesaleSupplierState
from .wholesale_tier import WholesaleTier
from .wholesale_trade_side import WholesaleTradeSide
from .wholesale_variant import WholesaleVariant
from .wholesale_view import WholesaleView
from .withdrawal_view import WithdrawalView
from .work_contract_view import WorkContractView
from .work_contracts_view import WorkContractsView
from .work_package_view import WorkPackageView
from .work_review_view import WorkReviewView
from .work_review_view_by import WorkReviewViewBy
from .work_ruling import WorkRuling
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
    "AdvertisingPlacement",
    "AdView",
    "AffiliateCommissionState",
    "AnnouncedImport",
    "AnnouncedView",
    "ApplicationView",
    "ApplicationViewDecision",
    "ArchiveView",
    "Asking",
    "Assignment",
    "AttributeView",
    "AudienceView",
    "AudienceViewDevicesItem",
    "AwaitingReview",
    "AwaitingReviews",
    "BalancePayment",
    "BargainView",
    "BidOutlook",
    "BidSimulation",
    "BlendBody",
    "BookedParcelView",
    "BookingView",
    "BriefsView",
    "BriefView",
    "BroadcastList",
    "BroadcastView",
    "BrowserSession",
    "BusiestHour",
    "BusyDays",
    "BusyView",
    "CampaignChange",
    "CampaignChangePacingType0",
    "CampaignDetails",
    "CampaignDetailsPacing",
    "CampaignDetailsState",
    "CampaignLinkView",
    "CampaignPage",
    "CampaignView",
    "CampaignViewPacing",
    "CampaignViewState",
    "CardView",
    "CarriedPromotion",
    "CartLineView",
    "CartView",
    "CategoryDetails",
    "CategoryRate",
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
    "CohortRow",
    "CohortTable",
    "CommissionPage",
    "CommissionTakeBack",
    "CommissionView",
    "CompareForOrderRankBy",
    "ComparisonView",
    "Completion",
    "Confirmation",
    "ConnectionView",
    "Consent",
    "ConsentRequest",
    "ContactView",
    "ContentView",
    "ContextView",
    "ContractReviewsView",
    "ContractView",
    "ConversationKind",
    "ConversationReportReason",
    "ConversationSide",
    "ConversationsView",
    "ConversationView",
    "Counted",
    "CounterOffer",
    "CounterQuote",
    "CouponCheck",
    "CourierQuoteView",
    "CoverView",
    "CreativeList",
    "CreativeView",
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
    "DeedsView",
    "DeedView",
    "DeliveredPhotoView",
    "DeliveryUse",
    "DeliveryUsedView",
    "DeliveryView",
    "DemandView",
    "DeskHours",
    "DeskSettings",
    "DestinationView",
    "DifferencesView",
    "DifferenceView",
    "DiscountView",
    "DisplayAds",
    "DisplayAdView",
    "DisplayReportPage",
    "DisplayReportRow",
    "DownloadDaysLanguage",
    "EarningsDay",
    "EarningsPage",
    "EntriesView",
    "EntryView",
    "EvidenceView",
    "ExportView",
    "FacetChoice",
    "FacetView",
    "FacetViewKind",
    "FailureView",
    "FarewellView",
    "Fault",
    "FaultPage",
    "FavouriteCount",
    "FavouritesView",
    "FavouriteView",
    "FiguresChange",
    "FiguresDay",
    "FiguresHour",
    "FiguresPart",
    "FileChange",
    "FilesPage",
    "FileView",
    "FindingsPage",
    "FindingView",
    "FindPageLang",
    "FindPageSort",
    "FindPartnersTrade",
    "FollowedParcelView",
    "FollowedStore",
    "FollowedStores",
    "FollowingView",
    "FollowUpView",
    "ForecastDay",
    "FoundationInvoiceState",
    "FoundationOfferState",
    "FoundationSubscriptionState",
    "FoundLot",
    "FoundMessages",
    "FreeDayView",
    "FunnelStep",
    "GivenConsent",
    "GlimpseView",
    "GoodsFigures",
    "GrantsView",
    "GrantView",
    "GroupPage",
    "GroupView",
    "HearingsView",
    "HitView",
    "HomePageLang",
    "ImportPage",
    "ImportView",
    "InsightStep",
    "InstalmentView",
    "InterviewView",
    "InvitationView",
    "InvoiceLine",
    "InvoicesPage",
    "InvoiceView",
    "IssuedView",
    "ItemToBuy",
    "JournalView",
    "KeptSample",
    "KeywordBid",
    "KeywordBidMatch",
    "KeywordSuggestion",
    "KeywordSuggestions",
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
    "ListContractsRole",
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
    "ListOpenBriefsTrade",
    "LiveFigures",
    "LiveMinute",
    "LoanEntryView",
    "LoanPayment",
    "LoanStatementView",
    "LoansView",
    "LoanTerms",
    "LoanView",
    "LoanWish",
    "Look",
    "Looked",
    "LotView",
    "MeasuredRate",
    "MembershipChange",
    "MembershipInvoice",
    "MembershipInvoices",
    "MembershipLine",
    "MembershipPlan",
    "MembershipView",
    "MembershipWish",
    "MessageReportsView",
    "MessageReportView",
    "MessagesView",
    "MessageView",
    "MilestonePayment",
    "MilestoneView",
    "MoneyView",
    "MovementView",
    "MyPromotionsView",
    "MyPromotionView",
    "MyStoreQrFormat",
    "NewBooking",
    "NewBrief",
    "NewBroadcast",
    "NewCampaign",
    "NewCampaignLink",
    "NewCampaignPacing",
    "NewCheckout",
    "NewCheckoutPayFrom",
    "NewConversation",
    "NewCreative",
    "NewCreativePlacement",
    "NewDelivery",
    "NewEvidence",
    "NewExport",
    "NewFollowUp",
    "NewGrant",
    "NewGroup",
    "NewImport",
    "NewInvitation",
    "NewLadders",
    "NewLine",
    "NewLink",
    "NewListing",
    "NewListingAttributes",
    "NewMember",
    "NewMessage",
    "NewOffer",
    "NewParcel",
    "NewPhoto",
    "NewPin",
    "NewPlan",
    "NewPool",
    "NewPost",
    "NewPromoterLink",
    "NewPromotionType0",
    "NewPromotionType1",
    "NewPromotionType2",
    "NewPushDevice",
    "NewPushSubscription",
    "NewQuote",
    "NewQuoteRequest",
    "NewRefund",
    "NewReport",
    "NewReview",
    "NewSale",
    "NewSplitType0",
    "NewSplitType1",
    "NewStep",
    "NewStore",
    "NewSupplierQuote",
    "NewsView",
    "NewTicket",
    "NewVariant",
    "NewWholesaleTerms",
    "NewWithdrawal",
    "NewWorkReview",
    "NightsPage",
    "NightView",
    "NotificationPhonePlatform",
    "NotificationPlatform",
    "NotificationPushLanguage",
    "NotificationsView",
    "NotificationView",
    "NotificationViewText",
    "NotOffered",
    "OffersMadeView",
    "OfferThresholds",
    "OfferToAskers",
    "OfferToFans",
    "OfferView",
    "OpenGroups",
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
    "OwnPartnerView",
    "PackageBody",
    "PackagePurchase",
    "PackedOrder",
    "ParcelLabelFormat",
    "ParcelView",
    "PartBody",
    "PartnerBriefState",
    "PartnerCalendarView",
    "PartnerIntroduction",
    "PartnerMilestoneState",
    "PartnerProposalState",
    "PartnersView",
    "PartnerTrade",
    "PartnerUseAs",
    "PartnerView",
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
    "PeriodFigures",
    "PhotoContentType",
    "PhotoFindingKind",
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
    "PortfolioBody",
    "PortfolioPieceBody",
    "PortfolioPieceView",
    "PostList",
    "PostView",
    "PriceOfferView",
    "PriceView",
    "PrivacyArchiveState",
    "PrivacyFarewellState",
    "Problem",
    "ProfileView",
    "ProfileWish",
    "ProgrammeView",
    "ProgrammeWish",
    "ProgrammeWishState",
    "PromoterLinkPage",
    "PromoterLinkView",
    "PromotionPromotionStatus",
    "PromotionView",
    "ProofView",
    "ProposalAcceptance",
    "ProposalBody",
    "ProposalsView",
    "ProposalView",
    "PublicStore",
    "PublicWorkReview",
    "PublicWorkReviewBy",
    "PublicWorkReviews",
    "PushDevicesView",
    "PushDeviceView",
    "PushKeys",
    "PushKeyView",
    "QuickReplyText",
    "QuoteRequestsView",
    "QuoteRequestView",
    "QuoteStoragePlanPlan",
    "QuoteView",
    "RatingView",
    "Reading",
    "RecordView",
    "ReducedVariant",
    "Refreshing",
    "RefundAnswer",
    "RefundsView",
    "RefundView",
    "RegionList",
    "RegionView",
    "RejectionView",
    "Remark",
    "ReplyView",
    "ReportAdsBy",
    "ReportAdsModel",
    "ReportedReviews",
    "ReportedView",
    "ResaleView",
    "ResaleWish",
    "Resending",
    "ResoldLine",
    "RestockView",
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
    "SampleTerms",
    "SampleView",
    "SampleWish",
    "SearchGoodsSort",
    "SearchPage",
    "SectionBody",
    "SectionView",
    "SeenGoods",
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
    "ShowDisplayAdsPlacement",
    "ShowFiguresPeriod",
    "ShowLoanContractForm",
    "ShowLoanStatementOf",
    "ShowMediaSize",
    "ShowTopGoodsBy",
    "SignIn",
    "SignUp",
    "SocialBroadcastState",
    "SocialGroupState",
    "SocialPostState",
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
    "StorageKind",
    "StorageNeed",
    "StoragePlanCode",
    "StoragePlansView",
    "StoragePlanView",
    "StorageQuote",
    "StorageStanding",
    "StoreAccess",
    "StoreAlert",
    "StoreAlertView",
    "StoreChange",
    "StoreChannel",
    "StoreFigures",
    "StoreOrdersQueue",
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
    "SupplierJudgement",
    "SupplierJudgementAction",
    "SupplierMembership",
    "SupplierQuotesView",
    "SupplierQuoteView",
    "SupplierRecord",
    "SuppliersView",
    "SupplierView",
    "SupplierWish",
    "TakenCoupon",
    "TaxTermsBody",
    "TaxTermsBodyByCategory",
    "TaxTermsView",
    "TaxTermsViewByCategory",
    "TaxTotalView",
    "ThemeBody",
    "ThemeView",
    "TicketView",
    "TopGoods",
    "TopUp",
    "TrackingView",
    "TrafficForecast",
    "TransitView",
    "TrialLineView",
    "UploadView",
    "UploadViewFields",
    "UsedView",
    "VariantView",
    "VisitBatch",
    "VisitorClaim",
    "VisitSource",
    "VisitStep",
    "VisitStepKind",
    "WalletView",
    "WebClientLang",
    "WebClientManifestLang",
    "WebClientManifestResponse200",
    "WholesaleLineKind",
    "WholesalePrice",
    "WholesaleRequestState",
    "WholesaleSupplierState",
    "WholesaleTier",
    "WholesaleTradeSide",
    "WholesaleVariant",
    "WholesaleView",
    "WithdrawalView",
    "WorkContractsView",
    "WorkContractView",
    "WorkPackageView",
    "WorkplacePage",
    "WorkplaceView",
    "WorkReviewView",
    "WorkReviewViewBy",
    "WorkRuling",
)
