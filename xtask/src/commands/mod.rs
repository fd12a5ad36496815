//! One file a command.

mod bench;
mod check;
mod demo;
mod dev;
mod fuzz;
mod release;
mod size;
mod test;

#[cfg(test)]
pub(crate) use check::WASM_PACKAGES;

use anyhow::{Context, Result, bail};
use lexopt::{Arg, Parser, ValueExt};

use crate::server;

const HELP: &str = "\
Usage: cargo xtask COMMAND

  demo [--port N] [--shop-port N]   build and serve the demo shop, the widget and the inbox
  dev  [--port N] [--shop-port N]   the same, rebuilt whenever a source changes
  test [FILTER]                     every test there is, browsers included
  test --shipped [FILTER]           the browser tests once more, on the small pages that shops get
  check [fmt|clippy|deny|layout]    formatting, lints, licences, who depends on whom
  size [--check] [--table]          bytes of each shipped file, as JSON or a table; --check holds budgets.toml
  bench faq --data DIR [--json] [--curve FILE.svg] [--ablations]
                                    how well the FAQ engine answers, on question sets of yours
  bench faq-wasm                    how fast it is in Chromium, also with the processor slowed to a quarter, as JSON
  bench suggest --data DIR [--json] [--floor K] [--model-bytes-max N]
                                    how well suggestions foresee what is looked at next, on sessions of yours
  bench suggest-wasm                how fast they are in Chromium, also with the processor slowed to a quarter, as JSON
  bench video [--runs N]            from the tap to the first picture of a video on a slow line, beside other ways to show it
  fuzz [--minutes N] [--address] [TARGET]
                                    made-up input against the text, FAQ and small-talk code; one minute each
  release                           one binary with both pages inside: target/release/alap
";

/// Runs the command that the command line names.
pub(crate) fn dispatch() -> Result<()> {
    let mut parser = Parser::from_env();
    let Some(first) = parser.next()? else {
        print!("{HELP}");
        return Ok(());
    };
    let Arg::Value(name) = first else {
        print!("{HELP}");
        return Ok(());
    };
    match name.string()?.as_str() {
        "demo" => demo::run(&ports(parser)?),
        "dev" => dev::run(&ports(parser)?),
        "test" => test::run(&test_options(parser)?),
        "bench" => bench::run(parser),
        "fuzz" => fuzz::run(&fuzz_options(parser)?),
        "check" => check::run(word(parser)?.as_deref()),
        "size" => size::run(size_options(parser)?),
        "release" => no_more(parser).and_then(|()| release::run()),
        "help" => {
            print!("{HELP}");
            Ok(())
        }
        other => bail!("there is no command {other:?}\n\n{HELP}"),
    }
}

/// Where the demo listens.
struct Ports {
    support: u16,
    shop: u16,
}

fn ports(mut parser: Parser) -> Result<Ports> {
    let mut ports = Ports { support: 8080, shop: server::USUAL_SHOP_PORT };
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("port") => ports.support = number(&mut parser)?,
            Arg::Long("shop-port") => ports.shop = number(&mut parser)?,
            other => return Err(other.unexpected().into()),
        }
    }
    if ports.support == ports.shop {
        bail!("--port and --shop-port must differ: the shop page is another origin than the support server");
    }
    Ok(ports)
}

fn fuzz_options(mut parser: Parser) -> Result<fuzz::Options> {
    let mut options = fuzz::Options { seconds: 60, address: false, target: None };
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("minutes") => {
                let value = parser.value()?.string()?;
                let minutes: f32 =
                    value.parse().with_context(|| format!("{value:?} is no number of minutes"))?;
                // Zero would mean for ever.
                options.seconds = (minutes * 60.0).max(1.0) as u32;
            }
            Arg::Long("address") => options.address = true,
            Arg::Value(value) if options.target.is_none() => options.target = Some(value.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(options)
}

fn number(parser: &mut Parser) -> Result<u16> {
    let value = parser.value()?.string()?;
    value.parse().with_context(|| format!("a port is a number up to 65535, not {value:?}"))
}

fn word(mut parser: Parser) -> Result<Option<String>> {
    let mut word = None;
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Value(value) if word.is_none() => word = Some(value.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(word)
}

fn test_options(mut parser: Parser) -> Result<test::Options> {
    let mut options = test::Options::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("shipped") => options.shipped = true,
            Arg::Value(value) if options.filter.is_none() => options.filter = Some(value.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(options)
}

fn no_more(mut parser: Parser) -> Result<()> {
    parser.next()?.map_or(Ok(()), |argument| Err(argument.unexpected().into()))
}

fn size_options(mut parser: Parser) -> Result<size::Options> {
    let mut options = size::Options::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("check") => options.check = true,
            Arg::Long("table") => options.table = true,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(options)
}
