//! Bangla, Banglish and English text: normalising, tokens, phonetic keys, digits, money.
