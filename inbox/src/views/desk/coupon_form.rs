//! The form in which a coupon is made.

use alap_protocol::{id::ProductId, pack::Product};
use alap_ui::{
    components::{Icon, IconName},
    words::{number, tr, tr_with, use_locale, words},
};
use leptos::{html, prelude::*, task::spawn_local};

use super::offer_fields::MoneyField;
use crate::{
    place, random,
    requests::coupon_draft::{CouponDraft, CouponFault},
    state::use_inbox,
};

#[component]
pub(super) fn CouponForm(
    /// The form is shown.
    is_making: RwSignal<bool>,
) -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let count = |count: u32| number(locale.0.get_untracked(), count);
    let draft = RwSignal::new(CouponDraft::new(random::bytes(), count(50), count(1)));
    let fault = RwSignal::new(None::<CouponFault>);
    let close = move || {
        is_making.try_set(false);
        place::focus_soon(".coupon-make");
    };
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let read = untrack(|| draft.with(|draft| draft.coupon(inbox.server_now(), inbox.zone_minutes())));
        fault.set(read.as_ref().err().copied());
        if let Ok(coupon) = read {
            spawn_local(async move {
                if inbox.make_coupon(coupon).await {
                    close();
                }
            });
        }
    };
    let text = move |id: &'static str,
                     label: &'static str,
                     kind: &'static str,
                     read: fn(&CouponDraft) -> &String,
                     write: fn(&mut CouponDraft, String)| {
        view! {
            <div class="offer-field">
                <label for=id>{words(locale, label)}</label>
                <input
                    id=id
                    class="field"
                    type=kind
                    autocomplete="off"
                    inputmode=(kind == "text" && id != "coupon-code").then_some("numeric")
                    prop:value=move || draft.with(|draft| read(draft).clone())
                    on:input=move |event| write(&mut draft.write(), event_target_value(&event))
                />
            </div>
        }
    };
    let kind = move |is_percent: bool, key: &'static str| {
        view! {
            <button
                type="button"
                class="chip"
                aria-pressed=move || draft.with(|draft| draft.is_percent == is_percent).to_string()
                on:click=move |_| draft.write().is_percent = is_percent
            >
                {words(locale, key)}
            </button>
        }
    };
    let discount = move || {
        if draft.with(|draft| draft.is_percent) {
            text(
                "coupon-discount",
                "coupons.takes",
                "text",
                |it| &it.discount,
                |it, typed| it.discount = typed,
            )
            .into_any()
        } else {
            view! {
                <MoneyField
                    id="coupon-discount"
                    label="coupons.takes"
                    value=Signal::derive(move || draft.with(|draft| draft.discount.clone()))
                    on_input=Callback::new(move |typed| draft.write().discount = typed)
                />
            }
            .into_any()
        }
    };
    let is_percent = Memo::new(move |_| draft.with(|draft| draft.is_percent));
    view! {
        <form class="coupon-form" on:submit=save novalidate aria-label=words(locale, "coupons.make")>
            <div class="coupon-code">
                {text("coupon-code", "coupons.code", "text", |it| &it.code, |it, typed| it.code = typed)}
                <button
                    type="button"
                    class="button button-quiet"
                    on:click=move |_| {
                        let other = CouponDraft::new(random::bytes(), String::new(), String::new());
                        draft.write().code = other.code;
                    }
                >
                    {words(locale, "coupons.another")}
                </button>
            </div>
            <div class="chips" role="group" aria-label=words(locale, "coupons.takes")>
                {kind(true, "coupons.percent")} {kind(false, "coupons.amount")}
            </div>
            {move || {
                let _ = is_percent.get();
                untrack(discount)
            }}
            <MoneyField
                id="coupon-minimum"
                label="coupons.minimum"
                value=Signal::derive(move || draft.with(|draft| draft.minimum.clone()))
                on_input=Callback::new(move |typed| draft.write().minimum = typed)
            />
            <Products draft=draft />
            <div class="offer-pair">
                {text("coupon-from", "coupons.from", "date", |it| &it.from, |it, typed| it.from = typed)}
                {text("coupon-until", "coupons.until", "date", |it| &it.until, |it, typed| it.until = typed)}
            </div>
            <div class="offer-pair">
                {text("coupon-uses", "coupons.uses", "text", |it| &it.uses, |it, typed| it.uses = typed)}
                {text("coupon-each", "coupons.per_customer", "text", |it| &it.per_customer, |it, typed| it.per_customer = typed)}
            </div>
            <p class="form-fault" role="alert">{move || fault.get().map(|fault| tr(locale.get(), fault_key(fault)))}</p>
            <div class="form-actions">
                <button type="submit" class="button coupon-save">{words(locale, "coupons.save")}</button>
                <button type="button" class="button button-quiet" on:click=move |_| close()>
                    {words(locale, "desk.never_mind")}
                </button>
            </div>
        </form>
    }
}

/// For which products it is: chosen one by one, each a chip that takes it out again.
#[component]
fn Products(draft: RwSignal<CouponDraft>) -> impl IntoView {
    let (inbox, locale) = (use_inbox(), use_locale());
    let field = NodeRef::<html::Select>::new();
    let option = move |product: &Product| {
        let title = product.title.get(locale.get()).to_owned();
        view! { <option value=product.id.to_string()>{title}</option> }
    };
    let options =
        move || inbox.pack.with(|pack| Some(pack.as_ref()?.products.iter().map(option).collect_view()));
    let add = move |_| {
        let chosen = field.get_untracked().and_then(|field| ProductId::parse(field.value()).ok());
        if let Some(chosen) = chosen.filter(|id| !draft.with_untracked(|draft| draft.products.contains(id))) {
            draft.write().products.push(chosen);
        }
    };
    let chip = move |id: ProductId| {
        let name = {
            let id = id.clone();
            Signal::derive(move || {
                let title = inbox.pack.with(|pack| {
                    let product = super::names::product(pack.as_ref(), Some(&id))?;
                    Some(product.title.get(locale.get()).to_owned())
                });
                title.unwrap_or_else(|| id.to_string())
            })
        };
        let remove = move |_| draft.write().products.retain(|it| *it != id);
        view! {
            <button
                type="button"
                class="chip"
                aria-label=move || tr_with(locale.get(), "coupons.remove", &[("what", &name.get())])
                on:click=remove
            >
                {name}
                <Icon name=IconName::CLOSE />
            </button>
        }
    };
    view! {
        <div class="offer-field">
            <label for="coupon-product">{words(locale, "coupons.products")}</label>
            <div class="question-choice">
                <select node_ref=field id="coupon-product" class="field">{options}</select>
                <button type="button" class="button button-quiet" on:click=add>{words(locale, "coupons.add_product")}</button>
            </div>
            <div class="chips">
                {move || draft.with(|draft| draft.products.clone()).into_iter().map(chip).collect_view()}
            </div>
        </div>
    }
}

/// What is wrong, as a sentence of the catalogue.
fn fault_key(fault: CouponFault) -> &'static str {
    match fault {
        CouponFault::Code => "offering.no_code",
        CouponFault::Discount => "coupons.no_discount",
        CouponFault::Minimum => "coupons.no_minimum",
        CouponFault::Days => "coupons.no_days",
        CouponFault::Uses => "coupons.no_uses",
    }
}
