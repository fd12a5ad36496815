//! The words themselves. One meaning a line: Bangla, then spellings in Latin letters that do not follow from the Bangla by sound, then
//! English. An underscore joins the words of a phrase. Words meet by sound and without endings, so one spelling of each is enough.

pub(super) const TALK: &str = "\
দাম মূল্য কত_টাকা কতো_টাকা কত_পড়বে কত_করে কত_নিবেন কত_রাখবেন daam dam prise price prices pricing rate how_much cost
খরচ চার্জ ফি মাশুল কত_লাগবে khoroch khorcha charge charges fee fees cost ডেলিভারি_কত ডেলিভারি_কতো ডেলিভারি_চার্জ শিপিং_চার্জ delivery_fee shipping_fee delivery_cost shipping_cost delivery_charge কুরিয়ার_খরচ
ডেলিভারি পৌঁছানো পৌঁছে পৌঁছাবে শিপিং হোম_ডেলিভারি পাঠানো পাঠাবেন পাঠান deliver delivery ship shipping shipped shipment dispatch send sending
কুরিয়ার কুরিয়ারে পার্সেল পাঠাও স্টেডফাস্ট রেডএক্স সুন্দরবন courier parcel steadfast redx pathao
কবে কখন কত_দিন কতদিন কয়_দিন কয়দিন কত_সময় কতক্ষণ কতোক্ষণ কত_দিনে when how_long how_soon how_many_days what_time
কবে_পাবো কবে_পাব কবে_আসবে কত_দিনে_পাব কবে_দিবেন কাল_পাব কালকে_পাব হাতে_পাব pabo পাব পাবো arrive arrival receive reach get_it delivery_time
সময় ঘণ্টা ঘন্টা time hour hours duration
মাস মাসিক মাসে মাসে_মাসে month monthly
ঢাকা শহর রাজধানী dhaka city
বাইরে বাহিরে ঢাকার_বাইরে জেলা মফস্বল গ্রাম উপজেলা থানা এলাকা এলাকায় outside district village area region zone
সারাদেশ সারা_দেশে সারাদেশে সব_জেলায় সব_জায়গায় বাংলাদেশ দেশের nationwide all_over whole_country everywhere bangladesh country
বিদেশ বিদেশে আন্তর্জাতিক প্রবাসী দেশের_বাইরে abroad international overseas foreign worldwide
কোথায় কই কোনখানে where
ঠিকানা লোকেশন অবস্থান ম্যাপ জায়গা address location located map place
দোকান শোরুম শপ আউটলেট শাখা ব্রাঞ্চ মার্কেট অফিস shop store showroom outlet branch office physical visit ঠিকানা লোকেশন address location
সাইজ মাপ আকার মাপে size sizes measurement sizing
মাপের_তালিকা সাইজ_চার্ট size_chart size_guide
ফিট ফিটিং ঢিলা টাইট গায়ে_হবে fit fits fitting loose tight
বড় লম্বা big large bigger larger long length tall
ছোট খাটো small smaller short tiny
রং রঙ কালার রঙের color colour colors colours shade
লাল red
নীল blue
কালো black
সাদা white
সবুজ green
কাপড় ফেব্রিক কাপড়ের মেটেরিয়াল উপাদান কিসের_তৈরি fabric cloth material made_of
সুতি কটন cotton
মান কোয়ালিটি গুণগত_মান টেকসই টিকবে মজবুত quality durable lasting strong রং_উঠবে রঙ_উঠে ছবির_মতো ছবির_মত কাপড়_কেমন last_long wear
ভালো ভাল সুন্দর valo good nice fine great best
আসল অরিজিনাল খাঁটি জেনুইন অথেনটিক original genuine authentic real pure orginal বিশ্বাস ভরসা বিশ্বস্ত প্রতারণা trust trusted reliable scam fraud নকল fake copy
নকল কপি ভুয়া ভেজাল দুই_নম্বর fake copy duplicate replica counterfeit
আসল_নাকি_নকল বিশ্বাস ভরসা বিশ্বস্ত প্রতারণা ঠকা ঠকানো ঠকাবেন ধোঁকা বাটপারি গ্যারান্টি_কি trust trusted trustworthy fraud scam cheat reliable legit legitimate bishwas
স্টক মজুদ মজুত আছে_কি পাওয়া_যাবে পাওয়া_যায় এভেইলেবল এভেলেবল available availability stock in_stock do_you_have
শেষ স্টক_আউট নেই স্টকে_নেই ফুরিয়ে out_of_stock stock_out sold_out finished unavailable
আবার_আসবে আবার_কবে রিস্টক কবে_আসবে আবার_পাব restock restocked back_in_stock come_back again
প্রি_অর্ডার আগাম_অর্ডার pre_order preorder
অর্ডার অর্ডার_করা অডার order orders ordering ordered oder
কিনতে কিনব কেনা কিনতে_চাই নিতে নিতে_চাই নিব নেব নিবো kinbo kinte nite nibo buy buying purchase purchasing take অর্ডার_করতে অর্ডার_করব অর্ডার_করবো অর্ডার_দিব অর্ডার_দিতে order_korte order_korbo order_dibo place_order place_an_order make_an_order
কিভাবে কীভাবে কেমনে ক্যামনে উপায় নিয়ম পদ্ধতি প্রক্রিয়া kivabe how how_to process procedure method way steps
বাতিল ক্যান্সেল ক্যানসেল নিবো_না নেবো_না লাগবে_না cancel cancelling cancellation canceled call_off
পরিবর্তন বদল বদলানো বদলাতে বদলে বদলাবো পাল্টানো পাল্টাতে পাল্টে এক্সচেঞ্জ bodla bodlate bodle palta exchange exchanging replace replacement swap
চেঞ্জ পরিবর্তন সংশোধন এডিট ঠিক_করতে change changing edit modify update correct correction alter switch
ফেরত রিটার্ন ফেরৎ ফিরিয়ে ফেরত_দেব ferot return returns returning send_back give_back back
রিফান্ড টাকা_ফেরত টাকা_ফিরে ফেরত_টাকা টাকা_ব্যাক ব্যাক_টাকা refund refunds money_back get_my_money reimbursement reimburse
ডিসকাউন্ট ছাড় অফার মূল্যছাড় discount discounts offer offers sale promotion deal deals মূল্য_ছাড় দাম_ছাড় price_off
কম কমানো কমাবেন কম_রাখা কমান কমাতে কিছু_কম কম_হবে কম_রাখেন দরদাম দর_কষাকষি দাম_বেশি বেশি_দাম শেষ_দাম লাস্ট_প্রাইস ফিক্সড komano kom negotiate negotiable bargain less lower reduce last_price best_price expensive costly fixed_price সস্তা কমদামি cheap cheaper দামাদামি
সস্তা কমদামি কম_দামে কম_দামি সাশ্রয়ী cheap cheaper cheapest low_price affordable budget
কুপন প্রোমো ভাউচার প্রোমো_কোড কোড coupon promo voucher code promo_code
পেমেন্ট পরিশোধ টাকা_দেওয়া টাকা_দিব টাকা_দেব টাকা_কিভাবে পে payment payments pay paying paid
ক্যাশ_অন_ডেলিভারি ক্যাশঅন হাতে_পেয়ে_টাকা হাতে_পেয়ে পণ্য_পেয়ে_টাকা হাতে_হাতে সিওডি cash_on_delivery cash_on cod pay_on_delivery
বিকাশ নগদ রকেট উপায়_ওয়ালেট মোবাইল_ব্যাংকিং bkash bikash nagad rocket mobile_banking wallet send_money
কার্ড ভিসা মাস্টারকার্ড card cards visa mastercard credit_card debit_card
অগ্রিম এডভান্স অ্যাডভান্স আগে_টাকা আগে_দিতে আগে_পেমেন্ট আগাম advance prepaid prepayment upfront deposit pay_first
কিস্তি ইএমআই মাসে_মাসে emi installment instalment installments monthly_payment
ট্রানজেকশন ট্রানজ্যাকশন_আইডি লেনদেন transaction transactions trx txn transaction_id
টাকা পয়সা taka tk money amount
বিল রসিদ ইনভয়েস চালান মেমো bill bills invoice invoices receipt memo
ট্র্যাক ট্র্যাকিং অর্ডারের_অবস্থা অবস্থা খোঁজ কত_দূর track tracking trace status order_status progress
অর্ডার_কোথায় অর্ডার_কই পার্সেল_কোথায় পণ্য_কোথায় পাঠিয়েছেন পাঠাইছেন পাঠানো_হয়েছে where_is_my_order where_is_my where_is_the shipped_yet sent_yet
কনফার্ম নিশ্চিত কনফার্মেশন confirm confirmed confirmation
দেরি বিলম্ব লেট এখনো_পাইনি এখনও পাইনি পাই_নাই আসেনি আসে_নাই deri late delay delayed delays not_received not_arrived still_waiting
দ্রুত জরুরি আর্জেন্ট তাড়াতাড়ি জলদি আজকেই আজই আজকে_লাগবে এখনই এখনি এক্ষুনি একদিনে joldi taratari urgent urgently fast faster quick quickly express same_day immediately asap today right_now
যোগাযোগ কন্টাক্ট কথা_বলা কথা_বলব কথা_বলতে contact reach talk speak chat
ফোন নম্বর নাম্বার মোবাইল_নম্বর কল হেল্পলাইন হটলাইন phone number mobile call helpline hotline telephone
হোয়াটসঅ্যাপ ওয়াটসঅ্যাপ হোয়াটস_অ্যাপ whatsapp imo যোগাযোগ contact
মেসেঞ্জার ইনবক্স মেসেজ messenger inbox message
ফেসবুক পেজ facebook fb page
ইমেইল মেইল email mail
মানুষ প্রতিনিধি লোক এজেন্ট অ্যাডমিন human person people agent agents representative someone operator admin live_chat
কাস্টমার_কেয়ার কাস্টমার_সার্ভিস গ্রাহক_সেবা customer_care customer_service customer_support helpdesk
সাহায্য সহায়তা হেল্প সাপোর্ট help support assist assistance
অভিযোগ কমপ্লেইন নালিশ complain complaint complaints claim report
সমস্যা ঝামেলা অসুবিধা প্রবলেম problem problems issue issues trouble
ভুল অন্য_পণ্য ভুল_পণ্য উল্টাপাল্টা wrong incorrect mistake error ভিন্ন
ভাঙা ভাঙ্গা নষ্ট ছেঁড়া ফাটা ত্রুটি ড্যামেজ ডেমেজ খারাপ কাজ_করে_না damage damaged broken defective defect faulty torn cracked not_working
ওয়ারেন্টি গ্যারান্টি গ্যারান্টী warranty warenty guarantee guaranty
সার্ভিসিং মেরামত ঠিক_করা repair repairs servicing fix
কাস্টম নিজের_ডিজাইন মনমতো ফরমায়েশ নিজের_মতো custom customize customise personalised personalized made_to_order
ডিজাইন নকশা প্রিন্ট design print pattern
ছবি ফটো পিক picture pictures photo photos image pic pics
ছবির_মতো ছবির_মত হুবহু যেমন_দেখাচ্ছে same_as_picture like_the_picture as_shown look_like
ভিডিও লাইভ video live reel
বিস্তারিত ডিটেইলস বিবরণ স্পেসিফিকেশন বৈশিষ্ট্য ফিচার details detail description specification specifications spec specs feature features info information
ধোয়া ওয়াশ যত্ন পরিষ্কার কাচা ধুলে dhoa wash washing washable care clean laundry
রং_ওঠে রঙ_উঠবে রং_উঠবে রঙ_উঠে রং_যাবে rong_uthe fade fading colour_fade bleed
উপহার গিফট গিফ্ট gift gifts gifting present
প্যাকেট প্যাকেজিং মোড়ক প্যাকিং র‍্যাপ packaging package packet pack box wrap wrapping
পাইকারি হোলসেল বেশি_নিলে একসাথে_অনেক অনেকগুলো বাল্ক রিসেলার paikari wholesale bulk balk reseller resell resale
দুইটা একসাথে একত্রে দুটো একাধিক eksathe together multiple two_items both combine
পরিমাণ কয়টা কত_পিস পিস quantity pieces pcs how_many
জোড়া সেট কম্বো pair set combo bundle
ওজন কেজি weight kg gram
মেয়াদ এক্সপায়ার expiry expire expires expiration shelf_life
তৈরি বানানো উৎপাদন made manufactured make
দেশি লোকাল local deshi
আমদানি ইমপোর্টেড চায়না imported import china
ব্র্যান্ড কোম্পানি brand company
মডেল ধরন টাইপ model type kind
নতুন নতুন_কালেকশন কালেকশন new latest new_arrival collection
পুরানো পুরাতন সেকেন্ড_হ্যান্ড old used second_hand
পণ্য প্রোডাক্ট জিনিস মাল product products item items goods
শাড়ি sharee saree sari
জামা ড্রেস পোশাক থ্রি_পিস dress clothes clothing outfit
পাঞ্জাবি পাঞ্জাবী panjabi punjabi
শার্ট গেঞ্জি টি_শার্ট shirt tshirt t_shirt
জুতা জুতো স্যান্ডেল shoe shoes sandal sneaker
ব্যাগ পার্স bag purse
বাচ্চা শিশু বাচ্চাদের kids baby child children
মেয়ে মহিলা মেয়েদের women ladies girls female
ছেলে পুরুষ ছেলেদের men gents boys male
ত্বক স্কিন চামড়া skin
চুল hair
পার্শ্বপ্রতিক্রিয়া ক্ষতি side_effect harm safe
ব্যবহার ইউজ ব্যবহারের use using usage apply
খোলা খোলেন খুলবে খোলা_থাকে কয়টা_পর্যন্ত কয়টা_থেকে সময়সূচি অফিস_সময় অফিস_টাইম khola khula open opening opening_hours working_hours business_hours office_hours দোকান_খোলা দোকান_বন্ধ শপ_খোলা শপ_বন্ধ shop_open shop_close shop_time store_hours shop_hours office_time কয়টায় বন্ধ bondho closed closing
বন্ধ কয়টায়_বন্ধ বন্ধ_থাকে bondho close closed closes closing
শুক্রবার ছুটি সাপ্তাহিক_ছুটি holiday holidays weekend friday
ঈদ রমজান পূজা eid ramadan festival puja
অ্যাকাউন্ট একাউন্ট account accounts profile
রেজিস্ট্রেশন নিবন্ধন সাইন_আপ register registration sign_up signup create_account join
মুছে ডিলিট delete remove erase close_account
পাসওয়ার্ড পিন password pin passcode
লগইন সাইন_ইন login log_in sign_in
অ্যাপ ওয়েবসাইট লিংক সাইট app website link site online
রিভিউ মতামত ফিডব্যাক রেটিং review reviews feedback rating ratings opinion comment
সাবস্ক্রাইব নিউজলেটার subscribe subscription newsletter unsubscribe
পয়েন্ট লয়ালটি মেম্বার points loyalty member membership reward rewards
চাকরি কাজ_করতে নিয়োগ job jobs career vacancy hiring
ফ্রি বিনামূল্যে বিনা_মূল্যে মাফ free free_of_charge no_charge
সর্বনিম্ন কমপক্ষে minimum at_least
আলাদা আরেকটা অন্য other another different else
একই_রকম same similar
চেক দেখে খুলে_দেখা খুলে_দেখব খুলে দেখে_নেওয়া দেখে_নেব যাচাই পরখ dekhe khule check checking inspect open_box trial try verify
গোপন প্রাইভেসি তথ্য privacy personal_information data
পলিসি শর্ত নীতি নিয়মাবলী policy policies terms conditions rules
নাম name
বুকিং বুক রিজার্ভ book booking reserve reservation reservations
সাক্ষাৎ মিটিং অ্যাপয়েন্টমেন্ট meeting meetings appointment
কাগজ কাগজপত্র ডকুমেন্ট দলিল document documents paper papers
জমা জমা_দেওয়া submit deposit hand_in
অনুমোদন মঞ্জুর approve approved approval
প্রত্যাখ্যান নামঞ্জুর reject rejected decline declined refuse refused denied
শুরু আরম্ভ start begin starting
থামা থামান stop halt end finish
খুঁজে খোঁজা find search locate look_for
হারানো হারিয়ে চুরি lost lose stolen missing
রাস্তা পথ দিকনির্দেশনা direction directions route road
দূর দূরত্ব কতদূর far distance how_far
কাছে পাশে নিকট near nearby close_to next_to
পাওনা বাকি বকেয়া owe due balance outstanding
মেয়াদ_শেষ কবে_পর্যন্ত expiring deadline due_date last_day
সীমা লিমিট সর্বোচ্চ limit limits maximum max
স্থানান্তর ট্রান্সফার transfer transfers transferred move
ব্যাংক ব্যাঙ্ক bank
";
