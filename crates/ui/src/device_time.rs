//! The device's clock and time zones, by the browser's own `Intl`.

use alap_protocol::hours::LocalTime;
use js_sys::{Array, Date, Intl, Object, Reflect};
use time::Month;
use wasm_bindgen::{JsCast, JsValue};

/// Milliseconds since 1970 UTC by the device's clock. For showing only: where it matters, the server's time counts.
pub fn now() -> i64 {
    Date::now() as i64
}

/// A moment in the device's own time zone.
pub fn local(at: i64) -> Option<LocalTime> {
    let date = Date::new(&JsValue::from_f64(at as f64));
    build(
        i32::try_from(date.get_full_year()).ok()?,
        date.get_month() + 1,
        date.get_date(),
        date.get_hours() * 60 + date.get_minutes(),
    )
}

/// A moment in a time zone named as IANA names it; `None` where the browser does not know the zone.
pub fn in_zone(at: i64, time_zone: &str) -> Option<LocalTime> {
    let options = Object::new();
    let set = |key: &str, value: &str| Reflect::set(&options, &key.into(), &value.into()).is_ok();
    let all = set("timeZone", time_zone)
        && set("hourCycle", "h23")
        && set("year", "numeric")
        && set("month", "numeric")
        && set("day", "numeric")
        && set("hour", "numeric")
        && set("minute", "numeric");
    if !all || !zone_is_known(&options) {
        return None;
    }
    let format = Intl::DateTimeFormat::new(&Array::of1(&"en-GB".into()), &options);
    let parts = format.format_to_parts(&Date::new(&JsValue::from_f64(at as f64)));
    let part = |name: &str| -> Option<u32> {
        parts.iter().find_map(|part| {
            let kind = Reflect::get(&part, &"type".into()).ok()?;
            (kind.as_string()?.as_str() == name)
                .then(|| Reflect::get(&part, &"value".into()).ok()?.as_string()?.parse().ok())?
        })
    };
    build(
        i32::try_from(part("year")?).ok()?,
        part("month")?,
        part("day")?,
        part("hour")? % 24 * 60 + part("minute")?,
    )
}

/// The constructor throws for an unknown zone; asked through `Reflect`, the exception comes back as an error.
fn zone_is_known(options: &Object) -> bool {
    let global = js_sys::global();
    Reflect::get(&global, &"Intl".into())
        .and_then(|intl| Reflect::get(&intl, &"DateTimeFormat".into()))
        .and_then(|constructor| constructor.dyn_into::<js_sys::Function>())
        .and_then(|constructor| Reflect::construct(&constructor, &Array::of2(&"en-GB".into(), options)))
        .is_ok()
}

fn build(year: i32, month: u32, day: u32, minute: u32) -> Option<LocalTime> {
    let month = Month::try_from(u8::try_from(month).ok()?).ok()?;
    let date = time::Date::from_calendar_date(year, month, u8::try_from(day).ok()?).ok()?;
    Some(LocalTime { date, minute: u16::try_from(minute).ok()? })
}
