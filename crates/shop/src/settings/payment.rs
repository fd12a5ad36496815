//! `[payment]` and `[offers]`: how an advance is paid, and whether shoppers may propose a price.

use alap_protocol::{
    desk::{PaymentWays, WalletAccount, WalletTakes},
    payment::Wallet,
};

use crate::{Problem, fault::Faults, phone::Phone, section::Section};

/// The wallets that have a number; the QR is a picture.
const WALLETS: [Wallet; 3] = [Wallet::Bkash, Wallet::Nagad, Wallet::Rocket];
/// The most characters of a wallet's steps.
const STEPS_CHARS: usize = 1_000;
/// The most that may be asked for in advance without escrow, in percent, as the press tells of the guidelines of 2021.
const GUIDELINE_PERCENT: u8 = 10;

/// What is paid in advance, and how; the QR is still a path.
#[derive(Default)]
pub(crate) struct Payment {
    pub(crate) ways: PaymentWays,
    /// The picture as it is written, and its line.
    pub(crate) qr: Option<(String, u32)>,
    /// The line of the percentage.
    pub(crate) advance_line: Option<u32>,
}

pub(crate) fn read(section: &Section<'_>, faults: &mut Faults) -> Payment {
    section.known(&["advance_percent", "qr", "bkash", "nagad", "rocket"], faults);
    let percent = section.number("advance_percent", 0, 100, faults);
    let advance_percent = percent.and_then(|percent| u8::try_from(percent).ok()).unwrap_or_default();
    let wallets: Vec<_> = WALLETS.into_iter().filter_map(|wallet| account(section, wallet, faults)).collect();
    let qr = section.text("qr", faults).map(|(text, line)| (text.to_owned(), line));
    let advance_line = section.line_of("advance_percent");
    if advance_percent > 0 && !section.has("qr") && !WALLETS.iter().any(|wallet| section.has(wallet.as_str()))
    {
        faults.add(advance_line, Problem::NoWayToPay {});
    }
    if advance_percent > GUIDELINE_PERCENT {
        let (percent, most) = (advance_percent.into(), GUIDELINE_PERCENT.into());
        faults.add(advance_line, Problem::LargeAdvance { percent, most });
    }
    Payment { ways: PaymentWays { advance_percent, wallets, qr: None }, qr, advance_line }
}

fn account(payment: &Section<'_>, wallet: Wallet, faults: &mut Faults) -> Option<WalletAccount> {
    let section = payment.section(wallet.as_str(), faults)?;
    section.known(&["number", "takes", "steps"], faults);
    let number = section.needed_text("number", faults).and_then(|(text, line)| {
        // Only mobile numbers of Bangladesh have a wallet.
        let phone = Phone::parse(text).filter(|phone| phone.has_chat && phone.dialled.starts_with("+880"));
        if phone.is_none() {
            faults.add(line, Problem::BadWallet { key: section.path_of("number"), text: text.to_owned() });
        }
        phone.map(|phone| phone.dialled)
    });
    let takes = section.needed_word("takes", &["send_money", "payment"], faults);
    let steps = section.localized("steps", STEPS_CHARS, faults).unwrap_or_default();
    let takes = if takes? == "payment" { WalletTakes::Payment } else { WalletTakes::SendMoney };
    Some(WalletAccount { wallet, number: number?, takes, steps })
}

/// May shoppers propose a price?
pub(crate) fn proposals(section: &Section<'_>, faults: &mut Faults) -> bool {
    section.known(&["proposals"], faults);
    section.switch("proposals", faults).unwrap_or_default()
}
