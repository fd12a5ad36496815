use alap_protocol::locale::Locale;
fn main() {
    for path in std::env::args().skip(1) {
        let path = std::path::PathBuf::from(path);
        if path.is_dir() {
            let r = alap_shop::read_folder(&path);
            println!(
                "{} sound={} media={} cat={:?} products={:?} faq={:?}",
                path.display(),
                r.is_sound(),
                r.media.len(),
                r.catalogue,
                r.pack.as_ref().map(|p| p.products.len()),
                r.pack.as_ref().map(|p| p.faq.len())
            );
            for f in &r.faults {
                println!("  {:?} {f} | {}", f.severity, f.sentence(Locale::Bn));
            }
            continue;
        }
        let bytes = std::fs::read(&path).unwrap();
        let t = std::time::Instant::now();
        let r = alap_shop::read_feed(path.to_str().unwrap(), &bytes);
        println!(
            "{} {:?} rows={} products={} faults={} in {:?}",
            path.display(),
            r.format,
            r.rows,
            r.products.len(),
            r.faults.len(),
            t.elapsed()
        );
        for f in r.faults.iter().take(30) {
            println!("  {:?} {f} | {}", f.severity, f.sentence(Locale::Bn));
        }
        for (p, l) in r.products.iter().zip(&r.lines).take(40) {
            println!(
                "  {l} {} | {:?} | {:?} {:?} {} | {:?} | {:?} | {:?}",
                p.id,
                p.title,
                p.price.amount,
                p.price.was,
                p.availability as u8,
                p.attributes.iter().map(|a| format!("{}={}", a.name, a.value)).collect::<Vec<_>>(),
                p.category,
                p.image.as_ref().map(|i| &i.src)
            );
        }
    }
}
