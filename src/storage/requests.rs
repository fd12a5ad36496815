//! The requests' part: forms being filled in, what is to be done, pictures; and the desk and the places, as they came.

use indexed_db_futures::{error::Error, prelude::*};
use js_sys::{ArrayBuffer, Object};
use wasm_bindgen::JsCast;
use web_sys::Blob;

use super::{
    Storage,
    database::{DRAFTS, Database, PHOTOS, VALUES, delete, put, texts},
};

/// The key of the desk, in postcard.
const DESK: &str = "desk";
/// The key of the table of places.
const PLACES: &str = "places";

impl Storage {
    /// The desk as it came last.
    pub(crate) async fn read_desk(&self) -> Option<ArrayBuffer> {
        self.give_up(self.database()?.read_desk().await)?
    }

    /// Keeps the desk as it came.
    pub(crate) async fn write_desk(&self, desk: &ArrayBuffer) {
        let Some(database) = self.database() else { return };
        self.give_up(database.write_desk(desk).await);
    }

    /// The table of places.
    pub(crate) async fn read_places(&self) -> Option<String> {
        self.give_up(self.database()?.read_places().await)?
    }

    /// Keeps the table of places.
    pub(crate) async fn write_places(&self, places: &str) {
        let Some(database) = self.database() else { return };
        self.give_up(database.write_places(places).await);
    }

    /// Every draft and everything to be done, a text each; `None` where nothing is kept.
    pub(crate) async fn read_drafts(&self) -> Option<Vec<String>> {
        self.give_up(self.database()?.read_drafts().await)
    }

    /// Writes one of them.
    pub(crate) async fn write_draft(&self, key: &str, text: &str) {
        let Some(database) = self.database() else { return };
        self.give_up(database.write_draft(key, text).await);
    }

    /// Takes one out, with pictures that only it had; the key may be of none.
    pub(crate) async fn remove_draft(&self, key: &str, photos: &[String]) {
        let Some(database) = self.database_again().await else { return };
        self.give_up(database.remove_draft(key, photos).await);
    }

    /// A picture that waits to be sent.
    pub(crate) async fn read_photo(&self, id: &str) -> Option<Blob> {
        self.give_up(self.database()?.read_photo(id).await)??.dyn_into().ok()
    }

    /// The names of all pictures.
    pub(crate) async fn photos(&self) -> Vec<String> {
        let Some(database) = self.database() else { return Vec::new() };
        self.give_up(database.photos().await).unwrap_or_default()
    }

    /// Keeps a picture.
    pub(crate) async fn write_photo(&self, id: &str, photo: &Blob) {
        let Some(database) = self.database() else { return };
        self.give_up(database.write_photo(id, photo).await);
    }
}

impl Database {
    async fn read_desk(&self) -> Result<Option<ArrayBuffer>, Error> {
        let transaction = self.reading(&[VALUES])?;
        transaction.object_store(VALUES)?.get(DESK).primitive()?.await
    }

    async fn write_desk(&self, desk: &ArrayBuffer) -> Result<(), Error> {
        let transaction = self.writing(&[VALUES])?;
        let store = transaction.object_store(VALUES)?;
        store.put(desk.clone()).with_key(DESK).without_key_type().primitive()?.await?;
        transaction.commit().await
    }

    async fn read_places(&self) -> Result<Option<String>, Error> {
        let transaction = self.reading(&[VALUES])?;
        transaction.object_store(VALUES)?.get(PLACES).primitive()?.await
    }

    async fn write_places(&self, places: &str) -> Result<(), Error> {
        let transaction = self.writing(&[VALUES])?;
        put(&transaction.object_store(VALUES)?, PLACES, places).await?;
        transaction.commit().await
    }

    async fn read_drafts(&self) -> Result<Vec<String>, Error> {
        let transaction = self.reading(&[DRAFTS])?;
        texts(&transaction.object_store(DRAFTS)?).await
    }

    async fn write_draft(&self, key: &str, text: &str) -> Result<(), Error> {
        let transaction = self.writing(&[DRAFTS])?;
        put(&transaction.object_store(DRAFTS)?, key, text).await?;
        transaction.commit().await
    }

    async fn remove_draft(&self, key: &str, photos: &[String]) -> Result<(), Error> {
        let transaction = self.writing(&[DRAFTS, PHOTOS])?;
        delete(&transaction.object_store(DRAFTS)?, key).await?;
        for photo in photos {
            delete(&transaction.object_store(PHOTOS)?, photo).await?;
        }
        transaction.commit().await
    }

    async fn read_photo(&self, id: &str) -> Result<Option<Object>, Error> {
        let transaction = self.reading(&[PHOTOS])?;
        transaction.object_store(PHOTOS)?.get(id).primitive()?.await
    }

    async fn photos(&self) -> Result<Vec<String>, Error> {
        let transaction = self.reading(&[PHOTOS])?;
        let store = transaction.object_store(PHOTOS)?;
        Ok(store.get_all_keys::<String>().primitive()?.await?.filter_map(Result::ok).collect())
    }

    async fn write_photo(&self, id: &str, photo: &Blob) -> Result<(), Error> {
        let transaction = self.writing(&[PHOTOS])?;
        let store = transaction.object_store(PHOTOS)?;
        let photo: Object = photo.clone().unchecked_into();
        store.put(photo).with_key(id).without_key_type().primitive()?.await?;
        transaction.commit().await
    }
}
