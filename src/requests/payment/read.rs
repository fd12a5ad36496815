//! A payment as the shopper types it.

use alap_deal::transaction;
use alap_intake::phone;
use alap_protocol::{id::PhotoId, limits::AMOUNT, payment::Wallet, request::ShopperDeed};
use alap_text::money as amounts;

/// What is wrong with them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wrong {
    Wallet,
    Transaction,
    Amount,
    Sender,
}

impl Wrong {
    /// The sentence for it.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Wallet => "note.no_wallet",
            Self::Transaction => "note.no_transaction",
            Self::Amount => "propose.no_price",
            Self::Sender => "fault.no_phone",
        }
    }
}

/// The fields as they would be sent.
pub(super) fn read(
    wallet: Option<Wallet>,
    typed: &str,
    amount: &str,
    sender: &str,
    photo: Option<PhotoId>,
) -> Result<ShopperDeed, Wrong> {
    let wallet = wallet.ok_or(Wrong::Wallet)?;
    let transaction = transaction::read(wallet, typed).ok_or(Wrong::Transaction)?;
    let amount = amounts::parse(amount).map(|amount| amount.0).filter(|amount| (1..=AMOUNT).contains(amount));
    let amount = amount.ok_or(Wrong::Amount)?;
    let sender = match sender.trim() {
        "" => None,
        sender => Some(phone::mobile(sender).ok_or(Wrong::Sender)?),
    };
    Ok(ShopperDeed::Pay { wallet, transaction, amount, sender, photo })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_payment_is_read_as_people_write_it() {
        let deed = read(Some(Wallet::Bkash), " 6h7801qfym ", "২০০ টাকা", "০১৭১২-৩৪৫৬৭৮", None);
        let expected = ShopperDeed::Pay {
            wallet: Wallet::Bkash,
            transaction: "6H7801QFYM".into(),
            amount: 20_000,
            sender: Some("+8801712345678".into()),
            photo: None,
        };
        assert_eq!(deed, Ok(expected));
    }

    #[test]
    fn what_is_wrong_is_named_before_it_is_sent() {
        let of = |wallet, typed, amount, sender| read(wallet, typed, amount, sender, None).unwrap_err();
        let bkash = Some(Wallet::Bkash);
        assert_eq!(of(None, "6H7801QFYM", "200", ""), Wrong::Wallet);
        assert_eq!(of(bkash, "done", "200", ""), Wrong::Transaction);
        assert_eq!(of(bkash, "6H7801QFYM", "0", ""), Wrong::Amount);
        assert_eq!(of(bkash, "6H7801QFYM", "200", "12345"), Wrong::Sender);
        assert!(read(bkash, "6H7801QFYM", "200", " ", None).is_ok(), "the number is optional");
    }
}
