//! What shoppers ask, of what: each in Bangla, Banglish and English. And what products are called.

/// The same in the three ways of writing.
pub(crate) type Written = [&'static str; 3];

/// Two ways to ask the same; `{}` stands for the product or the place.
pub(crate) type Topic = [Written; 2];

pub(crate) const OF_PRODUCTS: [Topic; 12] = [
    [
        ["{} এর দাম কত টাকা", "{} er dam koto taka", "how much is the {}"],
        ["{} কত করে বিক্রি করেন", "{} koto kore bikri koren", "what is the price of the {}"],
    ],
    [
        ["{} কি এখন স্টকে আছে", "{} ki ekhon stock e ache", "is the {} in stock now"],
        ["{} কি পাওয়া যাবে", "{} ki pawa jabe", "do you still have the {}"],
    ],
    [
        ["{} আর কী কী রঙে আছে", "{} ar ki ki ronge ache", "which colours does the {} have"],
        ["{} কি লাল রঙের হবে", "{} ki lal ronger hobe", "can I get the {} in red"],
    ],
    [
        ["{} এর সাইজ কী কী আছে", "{} er size ki ki ache", "which sizes does the {} come in"],
        ["{} আরও বড় মাপের লাগবে", "{} aro boro maper lagbe", "I need a larger {}"],
    ],
    [
        ["{} কীভাবে ধুতে হয়", "{} kivabe dhute hoy", "how do I wash the {}"],
        ["{} কি ঘরে ধোয়া যাবে", "{} ki ghore dhoya jabe", "can the {} be washed at home"],
    ],
    [
        ["{} কোন কাপড়ের তৈরি", "{} kon kaporer toiri", "what fabric is the {} made of"],
        ["{} এর কাপড় কি খাঁটি", "{} er kapor ki khati", "is the {} pure fabric"],
    ],
    [
        ["{} বদলানো যাবে কি", "{} bodlano jabe ki", "can I exchange the {}"],
        ["{} ফেরত দিতে চাই", "{} ferot dite chai", "I want to return the {}"],
    ],
    [
        ["{} এ কোনো ছাড় আছে কি", "{} e kono char ache ki", "is there a discount on the {}"],
        ["{} এর দাম কমানো যায় না", "{} er dam komano jay na", "can you lower the price of the {}"],
    ],
    [
        ["{} উপহার হিসেবে প্যাক হবে", "{} upohar hisebe pack hobe", "can you gift wrap the {}"],
        ["{} গিফট র‍্যাপ করা যাবে", "{} gift wrap kora jabe", "I want the {} packed as a gift"],
    ],
    [
        ["{} কীভাবে অর্ডার করব", "{} kivabe order korbo", "how do I order the {}"],
        ["{} কিনতে চাই কী করব", "{} kinte chai ki korbo", "I would like to buy the {}"],
    ],
    [
        ["{} নিজের নকশায় বানাবেন", "{} nijer nokshay banaben", "can you make the {} to my design"],
        ["{} অর্ডার দিয়ে বানানো যায়", "{} order diye banano jay", "is the {} made to order"],
    ],
    [
        ["{} এর আসল ছবি দিন", "{} er asol chobi din", "send me a real photo of the {}"],
        ["{} এর ভিডিও দেখতে চাই", "{} er video dekhte chai", "can I see a video of the {}"],
    ],
];

pub(crate) const OF_PLACES: [Topic; 4] = [
    [
        ["{} ডেলিভারি চার্জ কত টাকা", "{} delivery charge koto taka", "what is the delivery charge to {}"],
        ["{} পাঠাতে কত খরচ পড়বে", "{} pathate koto khoroch porbe", "how much to ship to {}"],
    ],
    [
        ["{} পৌঁছাতে কত দিন লাগে", "{} pouchate koto din lage", "how many days to {}"],
        ["{} কবে নাগাদ পাব", "{} kobe nagad pabo", "when will it reach {}"],
    ],
    [
        ["{} ক্যাশ অন ডেলিভারি হবে", "{} cash on delivery hobe", "is there cash on delivery in {}"],
        ["{} হাতে পেয়ে টাকা দেব", "{} hate peye taka debo", "can I pay on arrival in {}"],
    ],
    [
        ["{} কি আপনাদের শোরুম আছে", "{} ki apnader showroom ache", "do you have a showroom in {}"],
        ["{} দোকান কোথায় বলবেন", "{} dokan kothay bolben", "where is your shop in {}"],
    ],
];

/// What the FAQ has nothing of.
pub(crate) const BESIDE_THE_POINT: [Written; 6] = [
    ["আজ ঢাকায় বৃষ্টি হবে কি", "aj dhakay brishti hobe ki", "will it rain in Dhaka today"],
    ["কালকের খেলা কে জিতেছে বলেন", "kalker khela ke jiteche bolen", "who won the match yesterday"],
    ["আপনারা কি লোক নিয়োগ দেন", "apnara ki lok niyog den", "are you hiring people at the moment"],
    ["মোবাইল ফোন ঠিক করতে পারেন", "mobile phone thik korte paren", "can you repair my mobile phone"],
    ["বাসের টিকিট কোথায় পাওয়া যায়", "baser ticket kothay pawa jay", "where can I buy a bus ticket"],
    ["রান্নার ভালো রেসিপি জানেন কি", "rannar bhalo recipe janen ki", "do you know a good recipe for dinner"],
];

/// In front of a product.
pub(crate) const QUALITIES: [Written; 3] =
    [["নীল", "nil", "blue"], ["সাদা", "shada", "white"], ["সুতি", "suti", "cotton"]];

pub(crate) const KINDS: [Written; 12] = [
    ["জামদানি", "jamdani", "jamdani saree"],
    ["তাঁতের শাড়ি", "tater saree", "tant saree"],
    ["পাঞ্জাবি", "panjabi", "panjabi"],
    ["কুর্তি", "kurti", "kurti"],
    ["ওড়না", "orna", "scarf"],
    ["শাল", "shal", "shawl"],
    ["ঝোলা ব্যাগ", "jhola bag", "shoulder bag"],
    ["নকশিকাঁথা", "nokshi katha", "kantha quilt"],
    ["কুশন কভার", "cushion cover", "cushion cover"],
    ["বিছানার চাদর", "bichanar chador", "bed sheet"],
    ["পর্দা", "porda", "curtain"],
    ["ফতুয়া", "fotua", "fatua"],
];

pub(crate) const PLACES: [Written; 20] = [
    ["মিরপুরে", "mirpur e", "Mirpur"],
    ["উত্তরায়", "uttaray", "Uttara"],
    ["ধানমন্ডিতে", "dhanmondi te", "Dhanmondi"],
    ["সাভারে", "savar e", "Savar"],
    ["গাজীপুরে", "gazipur e", "Gazipur"],
    ["নারায়ণগঞ্জে", "narayanganj e", "Narayanganj"],
    ["চট্টগ্রামে", "chottogram e", "Chattogram"],
    ["সিলেটে", "sylhet e", "Sylhet"],
    ["রাজশাহীতে", "rajshahi te", "Rajshahi"],
    ["খুলনায়", "khulnay", "Khulna"],
    ["বরিশালে", "barishal e", "Barishal"],
    ["রংপুরে", "rangpur e", "Rangpur"],
    ["কুমিল্লায়", "comillay", "Cumilla"],
    ["যশোরে", "jessore e", "Jashore"],
    ["বগুড়ায়", "bogray", "Bogura"],
    ["কক্সবাজারে", "cox's bazar e", "Cox's Bazar"],
    ["ময়মনসিংহে", "mymensingh e", "Mymensingh"],
    ["টাঙ্গাইলে", "tangail e", "Tangail"],
    ["ফরিদপুরে", "faridpur e", "Faridpur"],
    ["নোয়াখালীতে", "noakhali te", "Noakhali"],
];

/// Before a question.
pub(crate) const OPENINGS: [Written; 4] =
    [["ভাই ", "vai ", "hi "], ["আপু ", "apu ", "hello "], ["আচ্ছা ", "accha ", "please "], ["", "", ""]];

/// Behind it.
pub(crate) const CLOSINGS: [Written; 4] =
    [["?", "?", "?"], [" বলবেন?", " bolben?", " please?"], [" প্লিজ", " plz", " thanks"], ["", "", ""]];

/// What a product is made of, in Bangla and English.
pub(crate) const FABRICS: [[&str; 2]; 6] = [
    ["সুতি", "Cotton"],
    ["সিল্ক", "Silk"],
    ["লিনেন", "Linen"],
    ["খাদি", "Khadi"],
    ["মসলিন", "Muslin"],
    ["জর্জেট", "Georgette"],
];

pub(crate) const COLOURS: [[&str; 2]; 10] = [
    ["লাল", "Red"],
    ["নীল", "Blue"],
    ["সবুজ", "Green"],
    ["হলুদ", "Yellow"],
    ["সাদা", "White"],
    ["কালো", "Black"],
    ["গোলাপি", "Pink"],
    ["বেগুনি", "Purple"],
    ["মেরুন", "Maroon"],
    ["ছাই রঙা", "Grey"],
];

pub(crate) const PATTERNS: [[&str; 2]; 11] = [
    ["ব্লক প্রিন্ট", "Block Print"],
    ["নকশি", "Nakshi"],
    ["চেক", "Checked"],
    ["ডোরাকাটা", "Striped"],
    ["একরঙা", "Plain"],
    ["বাটিক", "Batik"],
    ["ফুলেল", "Floral"],
    ["সুতার কাজ", "Embroidered"],
    ["স্ক্রিন প্রিন্ট", "Screen Print"],
    ["টাই ডাই", "Tie Dye"],
    ["জরির কাজ", "Zari Work"],
];
