"""What is said to people: each kind of notification as a sentence, in `zh` and `en`."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "order_paid": {
        "zh": "新订单：{summary} 等，共 {total}，已付款，请尽快发货。",
        "en": "New order: {summary} and all, {total}, paid. Please ship it soon.",
    },
    "store_told": {"zh": "{store}：{text}", "en": "{store}: {text}"},
    "post_out": {
        "zh": "“{summary}…”已发到 {channel}。",
        "en": "“{summary}…” is out on {channel}.",
    },
    "post_failed": {
        "zh": "“{summary}…”没能发到 {channel}，请检查账号授权后重发。",
        "en": "“{summary}…” couldn't go out on {channel}. Is the account still connected?",
    },
    "deposit_paid": {
        "zh": "新的采购单：{summary} 等，共 {total}，已付定金 {deposit}，买家付清尾款后发货。",
        "en": "New purchase order: {summary} and all, {total}. The deposit of {deposit} is paid; "
        "ship it once the balance is.",
    },
    "deposit_ended": {
        "zh": "采购单未付尾款已取消：{summary}。退还买家 {back}，商家留存定金 {kept}。",
        "en": "The purchase order of {summary} ended before its balance was paid: {back} is back with "
        "the buyer, {kept} of the deposit stays with the merchant.",
    },
    "order_shipped": {
        "zh": "您在“{store}”买的 {summary} 已由{courier}发出，运单号 {tracking}。",
        "en": "Your {summary} from “{store}” is on its way with {courier}, number {tracking}.",
    },
    "parcel_out_for_delivery": {
        "zh": "{summary} 正在派送，{courier}运单号 {tracking}。",
        "en": "Your {summary} is out for delivery with {courier}, number {tracking}.",
    },
    "parcel_available_for_pickup": {
        "zh": "{summary} 已到自提点，请及时领取，{courier}运单号 {tracking}。",
        "en": "Your {summary} waits for you to fetch it: {courier}, number {tracking}.",
    },
    "parcel_attempt_fail": {
        "zh": "{courier}没能送达 {summary}（运单号 {tracking}），将再次派送。",
        "en": "{courier} couldn't hand over your {summary} (number {tracking}) and will try again.",
    },
    "parcel_delivered": {
        "zh": "{summary} 已送达（{courier} {tracking}），请验货后确认收货。",
        "en": "Your {summary} has come ({courier}, {tracking}). Please look at it and confirm receipt.",
    },
    "parcel_cancelled": {
        "zh": "{summary} 的一个包裹未交给{courier}（{tracking}），商家会重新发货。",
        "en": "A parcel with {summary} wasn't handed to {courier} ({tracking}); it will be sent anew.",
    },
    "parcel_customs": {
        "zh": "{summary} 在海关查验中（{courier} {tracking}）。",
        "en": "The customs are looking at your {summary} ({courier}, {tracking}).",
    },
    "parcel_damaged": {
        "zh": "{courier}称 {summary} 的包裹有破损（{tracking}）。确认收货前可申请退款。",
        "en": "{courier} says that the parcel with {summary} is damaged ({tracking}). "
        "Before you confirm receipt you can ask for a refund.",
    },
    "parcel_lost": {
        "zh": "{courier}称 {summary} 的包裹已丢失（{tracking}）。买家可申请退款。",
        "en": "{courier} says that the parcel with {summary} is lost ({tracking}). "
        "The buyer can ask for a refund.",
    },
    "parcel_expired": {
        "zh": "{summary} 的包裹已 30 天没有物流更新（{courier} {tracking}）。买家可申请退款。",
        "en": "Nothing was heard for 30 days of the parcel with {summary} ({courier}, {tracking}). "
        "The buyer can ask for a refund.",
    },
    "parcel_returned": {
        "zh": "{summary} 的包裹被退回（{courier} {tracking}）。",
        "en": "The parcel with {summary} was sent back ({courier}, {tracking}).",
    },
    "order_completed": {
        "zh": "买家已确认收货：{summary}。{earned} 已到您的钱包。",
        "en": "The buyer confirmed receipt of {summary}. {earned} is in your wallet.",
    },
    "order_auto_completed": {
        "zh": "订单已自动确认收货：{summary}。{earned} 已到您的钱包。",
        "en": "The order of {summary} confirmed itself. {earned} is in your wallet.",
    },
    "review_invited": {
        "zh": "交易完成：{summary}。来评价一下吧，您的评价会帮到更多人。",
        "en": "Your order of {summary} is completed. How do you like it? A review helps others.",
    },
    "review_written": {
        "zh": "收到 {stars} 星评价：{summary}。去回复买家吧。",
        "en": "{summary} got a review of {stars} stars. You may want to reply.",
    },
    "review_replied": {
        "zh": "“{store}”回复了您对 {summary} 的评价。",
        "en": "“{store}” replied to your review of {summary}.",
    },
    "review_hidden": {
        "zh": "您对 {summary} 的评价已被平台隐藏：{reason}。",
        "en": "Your review of {summary} was hidden by the platform: {reason}.",
    },
    "order_cancelled": {
        "zh": "订单已取消：{summary}，{total} 已退回买家钱包。",
        "en": "The order of {summary} was cancelled; {total} is back in the buyer's wallet.",
    },
    "order_ruled": {
        "zh": "纠纷已裁决：{summary}。{earned} 已到您的钱包。",
        "en": "The dispute about {summary} was decided. {earned} is in your wallet.",
    },
    "order_refunded": {
        "zh": "退款到账：{summary}，{amount} 已退回您的钱包。",
        "en": "{amount} of your order of {summary} is back in your wallet.",
    },
    "refund_requested": {
        "zh": "买家申请退款 {amount}：{summary}。请在期限内处理，逾期视为同意。",
        "en": "The buyer asks {amount} back for {summary}. Please answer in time, or it is accepted for you.",
    },
    "refund_returning": {
        "zh": "退货申请已通过：{summary}。请寄回商品并填写运单号。",
        "en": "You may send {summary} back. Please tell the tracking number once it is on its way.",
    },
    "refund_returned": {
        "zh": "买家已寄回 {summary}，收到后请确认退款 {amount}。",
        "en": "{summary} is on its way back to you. Please confirm when it comes: {amount} is refunded then.",
    },
    "refund_rejected": {
        "zh": "商家拒绝了退款：{summary}。如不同意，可申请平台介入。",
        "en": "The merchant rejected your refund for {summary}. If you disagree, you can dispute that.",
    },
    "refund_disputed": {
        "zh": "买家已申请平台介入：{summary}。请尽快提交凭证。",
        "en": "The buyer disputes your answer about {summary}. Please add your evidence soon.",
    },
    "refund_refunded": {
        "zh": "{amount} 已退回买家：{summary}。",
        "en": "{amount} of the order of {summary} went back to the buyer.",
    },
    "refund_closed": {
        "zh": "退款已关闭：{summary}。",
        "en": "The refund for {summary} is closed.",
    },
    "message_waiting_buyer": {
        "zh": "“{store}”给您发来了新消息。",
        "en": "“{store}” wrote to you.",
    },
    "message_waiting_store": {
        "zh": "“{store}”有买家发来了新消息。",
        "en": "A buyer wrote to “{store}”.",
    },
    "commission_promised": {
        "zh": "有人通过您的推广链接在“{store}”下单，预计佣金 {amount}，买家确认收货后到账。",
        "en": "Somebody ordered from “{store}” by your link: {amount} for you once it is confirmed.",
    },
    "commission_paid": {
        "zh": "推广佣金到账：{amount}，来自“{store}”。",
        "en": "Your commission of {amount} from “{store}” is in your wallet.",
    },
    "withdrawal_paid": {
        "zh": "提现成功：{amount} 已到您的银行账户。",
        "en": "Your withdrawal of {amount} arrived at your bank.",
    },
    "withdrawal_failed": {
        "zh": "提现失败：{amount} 已退回您的钱包（{reason}）。",
        "en": "Your withdrawal of {amount} was refused ({reason}); the money is back in your wallet.",
    },
    "stock_low": {
        "zh": "库存不足：{title} 还剩 {left} 件，请及时补货。",
        "en": "Running low: {left} of {title} left. Time to restock.",
    },
    "stock_out": {
        "zh": "已售罄：{title}。补货后买家即可继续购买。",
        "en": "Sold out: {title}. Restock it, and buyers can go on buying.",
    },
    "stock_back": {
        "zh": "恢复有货：{title} 现有 {left} 件。",
        "en": "Back in stock: {title}, {left} to sell.",
    },
    "favourite_cheaper": {
        "zh": "您收藏的 {title} 降价了，现价 {price}。",
        "en": "{title}, one of your favourites, costs less now: {price}.",
    },
    "import_done": {
        "zh": "商品导入完成：{kept} 行已入库，{faulty} 行有误，可在导入报告中查看。",
        "en": "Your import is done: {kept} rows were taken, {faulty} are faulty; its report tells which.",
    },
    "import_failed": {
        "zh": "商品导入失败：文件无法读取，详情见导入报告。",
        "en": "Your import failed: the file can't be taken. The import tells why.",
    },
    "loan_paid_out": {
        "zh": "贷款 {amount} 已到您的钱包。",
        "en": "Your loan of {amount} is in your wallet.",
    },
    "loan_due_soon": {
        "zh": "{due} 将从您的钱包扣还贷款 {amount}。",
        "en": "{amount} of your loan will be taken from your wallet on {due}.",
    },
    "loan_payment": {
        "zh": "已还贷款 {amount}，尚欠 {left}。",
        "en": "You paid back {amount} of your loan; {left} is left.",
    },
    "loan_repaid": {
        "zh": "已还贷款 {amount}，贷款已还清。",
        "en": "You paid back {amount}: your loan is repaid.",
    },
    "storage_plan_changed": {
        "zh": "存储套餐已换为 {plan}，立即生效，结算 {amount}。",
        "en": "Your storage plan is {plan} from now on; settled for {amount}.",
    },
    "storage_renewed": {
        "zh": "存储套餐 {plan} 已付 {amount}，有效期至 {until}。",
        "en": "Your storage plan {plan} is paid ({amount}) until {until}.",
    },
    "storage_unpaid": {
        "zh": "存储账单 {amount} 扣款失败，请在 {until} 前付款。付款前不能上传，文件不会删除。",
        "en": "Your storage invoice of {amount} couldn't be paid. Please pay by {until}. "
        "Until it is paid you can read your files but upload none; nothing is deleted.",
    },
    "storage_ended": {
        "zh": "存储套餐 {plan} 因未付款已结束。文件都在；超出免费空间时不能上传新文件。",
        "en": "Your storage plan {plan} has ended unpaid. Your files are still there; "
        "uploads wait until they fit into the free plan.",
    },
    "membership_changed": {
        "zh": "“{title}”的供应商套餐已换为 {plan}，立即生效，结算 {amount}。",
        "en": "“{title}” has the supplier's plan {plan} from now on; settled for {amount}.",
    },
    "membership_renewed": {
        "zh": "“{title}”的供应商套餐 {plan} 已付 {amount}，有效期至 {until}。",
        "en": "The supplier's plan {plan} of “{title}” is paid ({amount}) until {until}.",
    },
    "membership_lapsing": {
        "zh": "“{title}”的供应商套餐续费 {amount} 扣款失败，{until} 前每天再试。在此之前套餐照常可用。",
        "en": "The renewal of the supplier's plan of “{title}” ({amount}) couldn't be paid. "
        "It is tried every day until {until}; so long the plan goes on.",
    },
    "membership_ended": {
        "zh": "“{title}”的供应商套餐 {plan} 已结束，现为免费套餐。",
        "en": "The supplier's plan {plan} of “{title}” has ended; it has the free one now.",
    },
    "week_summed": {
        "zh": "“{store}”{first} 至 {last}：访问 {visits} 次，订单 {orders} 笔，"
        "销售额 {sales}（前一周 {before}）。",
        "en": "“{store}” from {first} to {last}: {visits} visits, {orders} orders, sales of {sales} "
        "({before} the week before).",
    },
    "allowance_low": {
        "zh": "近 30 天的免费存储请求或流量已用 {percent}%。用完后不能上传；店铺照常显示。升级套餐即可继续。",
        "en": "You have used {percent} % of the free requests or bandwidth of 30 days. Once it is used up "
        "you can't upload; your store goes on showing all. A paid plan has more.",
    },
    "archive_ready": {
        "zh": "您的全部数据已打包，请在 {until} 前下载。",
        "en": "All your data is in an archive now. Please fetch it by {until}.",
    },
    "farewell_waiting": {
        "zh": "您的账户将于 {until} 注销，在此之前可以撤回。",
        "en": "Your account will be deleted on {until}; until then you can call it off.",
    },
    "farewell_refused": {
        "zh": "账户未能注销：还有未了结的款项、订单、贷款或合同。",
        "en": "Your account wasn't deleted: there is money, an order, a loan or a contract still open.",
    },
    "loan_late": {
        "zh": "贷款 {amount} 已于 {due} 到期未还。请尽快充值钱包，以免产生罚息。",
        "en": "{amount} of your loan was due on {due}. Please fill your wallet before it costs a penalty.",
    },
    "work_hired": {
        "zh": "“{name}”请您做“{title}”。",
        "en": "“{name}” hired you for “{title}”.",
    },
    "work_funded": {
        "zh": "“{title}”的 {amount} 已托管，请开始工作。",
        "en": "{amount} for “{title}” is in escrow. Please begin.",
    },
    "work_submitted": {
        "zh": "{name} 已交付“{title}”，请验收；逾期将自动验收。",
        "en": "{name} delivered “{title}”. Please look at it before it is accepted by itself.",
    },
    "work_revising": {
        "zh": "“{title}”需要修改，请重新交付。",
        "en": "“{title}” should be done over. Please deliver again.",
    },
    "work_disputed": {
        "zh": "“{title}”有争议，平台将作出裁决。",
        "en": "“{title}” is disputed: an operator decides.",
    },
    "work_paid": {
        "zh": "“{title}”已验收，{amount} 扣除佣金后已到账。",
        "en": "“{title}” is accepted: {amount}, less the commission, is in your wallet.",
    },
    "work_ruled": {
        "zh": "平台已裁决“{title}”：退回商家 {back}，其余付给服务商。",
        "en": "“{title}” was decided: {back} goes back to the merchant, the rest to the partner.",
    },
    "work_refunded": {
        "zh": "“{title}”的 {back} 已退回商家。",
        "en": "{back} for “{title}” went back to the merchant.",
    },
    "work_cancelled": {
        "zh": "“{title}”已取消，未产生付款。",
        "en": "“{title}” was called off; nothing was paid.",
    },
    "proposal_made": {
        "zh": "{name} 对您的需求“{title}”提出了方案。",
        "en": "{name} proposed something for your brief “{title}”.",
    },
    "proposal_declined": {
        "zh": "“{title}”这次没有采用您的方案。",
        "en": "Your proposal for “{title}” wasn't taken this time.",
    },
    "work_reviewed": {
        "zh": "“{title}”的双方评价已公开。",
        "en": "The reviews of “{title}” can be read now.",
    },
    "access_granted": {
        "zh": "“{name}”授权您协助打理店铺，至 {until}。",
        "en": "“{name}” lets you work in the store until {until}.",
    },
    "access_ended": {
        "zh": "您在“{name}”的授权已结束。",
        "en": "Your access to “{name}” has ended.",
    },
    "quote_asked": {
        "zh": "买家向您询价：{title}，{quantity} 件。请在期限内报价。",
        "en": "A buyer asks you for a quotation: {title}, {quantity} pieces. Please answer in time.",
    },
    "quote_pending": {
        "zh": "收到报价：{title}，{quantity} 件，共 {total}。",
        "en": "A quotation came: {title}, {quantity} pieces for {total}.",
    },
    "quote_accepted": {
        "zh": "报价已成交：{title}，{quantity} 件，共 {total}。",
        "en": "A quotation was accepted: {title}, {quantity} pieces for {total}.",
    },
    "quote_declined": {
        "zh": "报价被婉拒：{title}，{quantity} 件，共 {total}。",
        "en": "A quotation was declined: {title}, {quantity} pieces for {total}.",
    },
    "supplier_verified": {
        "zh": "“{title}”已通过供应商认证，可以在批发市场报价了。",
        "en": "“{title}” is verified as a supplier: you can quote on the wholesale market.",
    },
    "supplier_refused": {
        "zh": "“{title}”未通过供应商认证：{reason}。修改后可再次申请。",
        "en": "“{title}” wasn't verified as a supplier: {reason}. You can apply again.",
    },
    "supplier_suspended": {
        "zh": "“{title}”的供应商资格已暂停：{reason}。",
        "en": "“{title}” is suspended as a supplier: {reason}.",
    },
    "credit_granted": {
        "zh": "您已获得预授信额度 {limit}，年利率 {rate}。随时可用，三分钟申请，一秒到账。",
        "en": "You have a pre-approved credit limit of {limit} at {rate} a year, there whenever you want it.",
    },
    "credit_raised": {
        "zh": "您的预授信额度已提高到 {limit}，年利率 {rate}。",
        "en": "Your pre-approved credit limit was raised to {limit}, at {rate} a year.",
    },
    "credit_lowered": {
        "zh": "您的预授信额度已调整为 {limit}，年利率 {rate}。在“额度”页可查看原因和提额办法。",
        "en": "Your pre-approved credit limit is now {limit}, at {rate} a year. Your credit page tells why.",
    },
    "credit_ended": {
        "zh": "您目前没有预授信额度。在“额度”页可查看原因和提额办法。",
        "en": "You have no pre-approved credit limit at the moment. Your credit page tells why.",
    },
    "ad_budget_spent": {
        "zh": "推广计划“{name}”今天的预算 {budget} 已用完，广告明天自动恢复；提高日预算可立即恢复。",
        "en": "Today's budget of “{name}”, {budget}, is spent. Raise it, or its ads go on tomorrow.",
    },
    "ad_balance_empty": {
        "zh": "推广余额已用完，广告已停止展示。充值后自动恢复。",
        "en": "What was set aside for ads is spent, and none is shown. They go on once you add some.",
    },
}
