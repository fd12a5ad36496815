//! Name and password.

use alap_ui::words::{tr, use_locale};
use leptos::{html, prelude::*, task::spawn_local};

use super::{banners::Banners, head::LanguageSwitch};
use crate::{client::Failure, state::use_inbox};

#[component]
pub(crate) fn Login() -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let (name, password) = (NodeRef::<html::Input>::new(), NodeRef::<html::Input>::new());
    let fault = RwSignal::new(None::<&'static str>);
    let busy = RwSignal::new(false);
    let words = move |key: &'static str| move || tr(locale.get(), key);

    let submit = move || {
        let value =
            |field: NodeRef<html::Input>| field.get_untracked().map(|it| it.value()).unwrap_or_default();
        let (login, secret) = (value(name).trim().to_owned(), value(password));
        if login.is_empty() || secret.is_empty() {
            fault.set(Some("login.empty"));
            return;
        }
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        fault.set(None);
        spawn_local(async move {
            if let Err(failure) = inbox.log_in(login, secret).await {
                busy.set(false);
                fault.set(Some(fault_words(failure)));
                if let Some(field) = password.get_untracked() {
                    // A field that cannot take the focus is still a field.
                    let _ = field.focus();
                    field.select();
                }
            }
        });
    };
    view! {
        <Banners />
        <main class="login">
            <form
                class="login-form"
                aria-labelledby="login-title"
                on:submit=move |event| {
                    event.prevent_default();
                    submit();
                }
            >
                <h1 id="login-title">{words("login.title")}</h1>
                <p class="login-hint">{words("login.hint")}</p>
                <label for="login-name">{words("login.name")}</label>
                <input
                    node_ref=name
                    id="login-name"
                    class="field"
                    type="text"
                    name="username"
                    autocomplete="username"
                    autocapitalize="none"
                    spellcheck="false"
                    required
                    aria-describedby="login-fault"
                />
                <label for="login-password">{words("login.password")}</label>
                <input
                    node_ref=password
                    id="login-password"
                    class="field"
                    type="password"
                    name="password"
                    autocomplete="current-password"
                    required
                    aria-describedby="login-fault"
                />
                <p id="login-fault" class="login-fault" role="alert">
                    {move || fault.get().map(|key| tr(locale.get(), key))}
                </p>
                <button class="button" type="submit" aria-disabled=move || busy.get().to_string()>
                    {move || tr(locale.get(), if busy.get() { "login.busy" } else { "login.submit" })}
                </button>
            </form>
            <LanguageSwitch />
        </main>
    }
}

fn fault_words(failure: Failure) -> &'static str {
    match failure {
        Failure::Unauthenticated | Failure::Refused(_) => "login.wrong",
        Failure::TooMany => "login.too_many",
        Failure::Away => "login.away",
        Failure::Strange => "inbox.outdated",
    }
}
