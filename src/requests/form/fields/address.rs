//! Where to deliver: words first; the areas help to sort, and none of them is asked for by force.

use alap_intake::places::{Area, Places};
use alap_protocol::{
    answer::{Address, Answer},
    locale::Locale,
};
use leptos::prelude::*;

use super::super::question::Field;
use crate::requests::{desk, words::words};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    Division,
    District,
    Upazila,
}

/// The words, and below them what they lie in.
pub(super) fn address(field: &Field) -> AnyView {
    let state = field.scope.state;
    let locale = state.panel.locale;
    desk::want_places(state);
    let write = {
        let field = field.clone();
        move |event| change(&field, |address| address.words = event_target_value(&event))
    };
    let is_named = untrack(|| now(field).division.or(now(field).district).or(now(field).upazila)).is_some();
    // Drawn before the list has come, so that nothing moves when it does.
    let areas = view! {
        <details class="address-areas" open=is_named>
            <summary>{words(locale, "address.areas")}</summary>
            {area(field, Level::Division, "address.division")}
            {area(field, Level::District, "address.district")}
            {area(field, Level::Upazila, "address.upazila")}
        </details>
    };
    view! {
        <label for=field.id.clone()>{words(locale, "address.words")}</label>
        <textarea
            class="field"
            id=field.id.clone()
            rows="3"
            dir="auto"
            autocomplete="street-address"
            aria-describedby=field.described_by()
            aria-invalid=field.invalid()
            prop:value=untrack(|| now(field).words)
            on:input=write
        ></textarea>
        {areas}
    }
    .into_any()
}

fn now(field: &Field) -> Address {
    match field.answer() {
        Some(Answer::Address(address)) => address,
        _ => Address::default(),
    }
}

fn change(field: &Field, change: impl FnOnce(&mut Address)) {
    let mut address = untrack(|| now(field));
    change(&mut address);
    field.set(Some(Answer::Address(address.clone())).filter(|_| address != Address::default()));
}

fn area(field: &Field, level: Level, label: &'static str) -> AnyView {
    let state = field.scope.state;
    let locale = state.panel.locale;
    let options = {
        let field = field.clone();
        Memo::new(move |_| {
            let address = now(&field);
            let places = state.places.get()?;
            Some(areas(&places, level, &address, locale.get()))
        })
    };
    let chosen = {
        let field = field.clone();
        move || of(&now(&field), level).map(|number| number.to_string()).unwrap_or_default()
    };
    let choose = {
        let field = field.clone();
        move |event| {
            let number = event_target_value(&event).parse().ok();
            let places = state.places.get_untracked();
            change(&field, |address| set(address, level, number, places.as_deref()));
        }
    };
    let option = {
        let field = field.clone();
        move |(number, name): (u16, String)| {
            // A choice is only one among options that are there.
            let is_chosen = untrack(|| of(&now(&field), level)) == Some(number);
            view! { <option value=number.to_string() selected=is_chosen>{name}</option> }
        }
    };
    view! {
        <label class="address-area">
            {words(locale, label)}
            <select class="field" prop:value=chosen on:change=choose>
                <option value="">{words(locale, "address.open")}</option>
                {move || options.get().unwrap_or_default().into_iter().map(&option).collect_view()}
            </select>
        </label>
    }
    .into_any()
}

fn of(address: &Address, level: Level) -> Option<u16> {
    match level {
        Level::Division => address.division,
        Level::District => address.district,
        Level::Upazila => address.upazila,
    }
}

/// What can be chosen, by name. Without the area around it chosen, all there are, so that nobody is led step by step.
fn areas(places: &Places, level: Level, address: &Address, locale: Locale) -> Vec<(u16, String)> {
    let depth = |area: &Area| {
        let above = places.get(area.parent);
        match above {
            None => Level::Division,
            Some(above) if above.parent == 0 => Level::District,
            Some(_) => Level::Upazila,
        }
    };
    let fits = |area: &Area| match level {
        Level::Division => true,
        Level::District => address.division.is_none_or(|division| division == area.parent),
        // Some 500 at once would help nobody.
        Level::Upazila => address.district == Some(area.parent),
    };
    let name = |area: &Area| match locale {
        Locale::Bn => area.bn.clone(),
        Locale::En => area.en.clone(),
    };
    let mut found: Vec<_> = places
        .all()
        .iter()
        .filter(|area| depth(area) == level && fits(area))
        .map(|area| (area.number, name(area)))
        .collect();
    found.sort_by(|one, other| one.1.cmp(&other.1));
    found
}

/// Sets one area; what lies around it follows, what lay within the old one goes.
fn set(address: &mut Address, level: Level, number: Option<u16>, places: Option<&Places>) {
    let parent = |number: Option<u16>| places?.get(number?).map(|area| area.parent).filter(|it| *it != 0);
    match level {
        Level::Division => {
            address.division = number;
            if parent(address.district) != number {
                (address.district, address.upazila) = (None, None);
            }
        }
        Level::District => {
            address.district = number;
            address.division = parent(number).or(address.division);
            if parent(address.upazila) != number {
                address.upazila = None;
            }
        }
        Level::Upazila => address.upazila = number,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places() -> Places {
        Places::parse(
            "1\t0\tঢাকা\tDhaka\n2\t0\tখুলনা\tKhulna\n11\t1\tঢাকা\tDhaka\n12\t1\tগাজীপুর\tGazipur\n21\t2\tযশোর\tJashore\n111\t11\tসাভার\tSavar\n",
        )
    }

    #[test]
    fn nobody_is_led_step_by_step() {
        let (places, mut address) = (places(), Address::default());
        let names = |address: &Address, level| {
            areas(&places, level, address, Locale::En).into_iter().map(|(_, name)| name).collect::<Vec<_>>()
        };
        assert_eq!(names(&address, Level::District), ["Dhaka", "Gazipur", "Jashore"]);
        set(&mut address, Level::District, Some(11), Some(&places));
        assert_eq!(address.division, Some(1), "the division follows");
        assert_eq!(names(&address, Level::District), ["Dhaka", "Gazipur"]);
        assert_eq!(names(&address, Level::Upazila), ["Savar"]);
    }

    #[test]
    fn what_lay_in_another_area_goes() {
        let (places, mut address) = (places(), Address::default());
        set(&mut address, Level::District, Some(11), Some(&places));
        set(&mut address, Level::Upazila, Some(111), Some(&places));
        set(&mut address, Level::Division, Some(2), Some(&places));
        assert_eq!((address.district, address.upazila), (None, None));
    }
}
