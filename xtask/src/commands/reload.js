
// Only under `cargo xtask dev`: loads the page again once it was built anew.
{
  let built;
  setInterval(async () => {
    const file = new URL('./built.txt', import.meta.url);
    const now = await fetch(file, { cache: 'no-store' }).then((answer) => (answer.ok ? answer.text() : built), () => built);
    if (built && now !== built) location.reload();
    built = now;
  }, 1000);
}
