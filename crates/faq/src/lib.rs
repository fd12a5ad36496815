//! Finds the FAQ entry that answers what a shopper wrote, or says that it does not know.
