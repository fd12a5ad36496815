use proptest::prelude::*;

use super::*;

#[test]
fn lines_that_are_none_are_left_out() {
    let text = "# head\n6\t0\tঢাকা\tDhaka\n\n7\tx\tরংপুর\tRangpur\n6\t0\tagain\tagain\n0\t0\ta\tb\n8\t0\t\tempty\n9\t0\tone";
    let places = Places::parse(text);
    assert_eq!(places.all(), [Area { number: 6, parent: 0, bn: "ঢাকা".into(), en: "Dhaka".into() }]);
}

#[test]
fn a_table_is_read_up_to_a_bound() {
    let text: String = (1..60_000_u32).map(|n| format!("{n}\t0\tক\ta\n")).collect();
    assert_eq!(Places::parse(&text).all().len(), MOST_AREAS);
    assert!(Places::parse(&format!("1\t0\t{}\ta", "x".repeat(201))).all().is_empty());
}

proptest! {
    #[test]
    fn any_text_is_read(text in "\\PC*|([0-9]{1,6}\t[0-9]{1,6}\t[ক-হ]{1,3}\t[a-z]{1,3}\n){0,30}") {
        let places = Places::parse(&text);
        prop_assert!(places.all().is_sorted_by(|a, b| a.number < b.number));
        for area in places.all() {
            prop_assert_eq!(places.get(area.number), Some(area));
            let _ = places.are_consistent(Some(area.parent), Some(area.number), Some(area.number));
        }
    }
}

#[cfg(feature = "places")]
mod built_in {
    use super::super::*;

    /// Composed and decomposed letters are the same name.
    fn same(a: &str, b: &str) -> bool {
        alap_text::normalize(a) == alap_text::normalize(b)
    }

    #[test]
    fn there_are_eight_divisions_and_sixty_four_districts() {
        let places = Places::built_in();
        let divisions: Vec<&Area> = places.within(0).collect();
        assert_eq!(divisions.len(), 8);
        let districts: Vec<&Area> =
            divisions.iter().flat_map(|division| places.within(division.number)).collect();
        assert_eq!(districts.len(), 64);
        let upazilas: Vec<&Area> =
            districts.iter().flat_map(|district| places.within(district.number)).collect();
        assert_eq!(upazilas.iter().filter(|area| area.number < 2_000).count(), 495);
        assert_eq!(places.all().len(), 8 + 64 + upazilas.len(), "every area lies somewhere");
        assert!(districts.iter().all(|district| places.within(district.number).count() >= 3));
        let lines = Places::table().lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(places.all().len(), lines, "every line is read, no number is there twice");
    }

    #[test]
    fn names_are_today_s() {
        let places = Places::built_in();
        for (number, bn, en) in [
            (1, "চট্টগ্রাম", "Chattogram"),
            (4, "বরিশাল", "Barishal"),
            (101, "কুমিল্লা", "Cumilla"),
            (109, "কক্সবাজার", "Cox's Bazar"),
            (114, "বগুড়া", "Bogura"),
            (120, "যশোর", "Jashore"),
            (133, "বরিশাল", "Barishal"),
            (162, "ময়মনসিংহ", "Mymensingh"),
        ] {
            let area = places.get(number).unwrap();
            assert!(same(&area.bn, bn) && area.en == en, "{area:?}");
        }
        for old in ["Comilla", "Bogra", "Jessore", "Barisal", "Chittagong"] {
            assert!(places.all().iter().all(|area| !area.en.contains(old)), "{old}");
        }
    }

    #[test]
    fn names_have_one_script_each_and_are_there_once_in_a_district() {
        let places = Places::built_in();
        for area in places.all() {
            assert!(area.bn.chars().all(|c| c == ' ' || ('\u{980}'..='\u{9ff}').contains(&c)), "{area:?}");
            assert!(area.en.chars().all(|c| c.is_ascii_alphabetic() || " -'".contains(c)), "{area:?}");
            let twins =
                places.within(area.parent).filter(|twin| twin.en == area.en || same(&twin.bn, &area.bn));
            assert_eq!(twins.count(), 1, "{area:?}");
        }
    }

    #[test]
    fn areas_have_to_lie_in_each_other() {
        let places = Places::built_in();
        let savar = places.all().iter().find(|area| area.en == "Savar").unwrap().number;
        assert!(places.are_consistent(Some(6), Some(147), Some(savar)));
        assert!(places.are_consistent(None, None, Some(savar)));
        assert!(places.are_consistent(Some(6), None, Some(savar)));
        assert!(places.are_consistent(None, None, None));
        assert!(!places.are_consistent(Some(1), None, Some(savar)), "another division");
        assert!(!places.are_consistent(None, Some(101), Some(savar)), "another district");
        assert!(!places.are_consistent(Some(1), Some(147), None));
        assert!(!places.are_consistent(Some(147), None, None), "a district is no division");
        assert!(!places.are_consistent(None, Some(6), None), "a division is no district");
        assert!(!places.are_consistent(None, None, Some(147)), "a district is no upazila");
        assert!(!places.are_consistent(None, None, Some(9_999)));
    }
}
