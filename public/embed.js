/**
 * The launcher and its frame: see docs/embed.md and crates/protocol/src/bridge.rs. ES5, for tag managers.
 * Fetches nothing before the shopper shows intent, sets no cookie, throws nothing into the page.
 */
try {(function (window, document) {
  'use strict';

  // Taken before the page can replace them.
  var parse = JSON.parse, quote = JSON.stringify, later = setTimeout, Address = URL, Channel = MessageChannel, clock = performance;
  var page = document.documentElement, script = document.currentScript, stop = new AbortController();

  var SHEET = '(max-width:480px),(pointer:coarse) and (max-width:640px),(pointer:coarse) and (max-height:480px)';
  var TEXT = {
    bn: ['আমাদের সাথে কথা বলুন', 'বন্ধ করুন', 'টি নতুন বার্তা', 'এখন খোলা যাচ্ছে না। একটু পরে আবার দেখুন।', '০১২৩৪৫৬৭৮৯', 'এই দোকানের পণ্য'],
    en: ['Chat with us', 'Close', ' unread', 'This does not open now. Please try again later.', '0123456789', 'Products of this shop']
  };
  var STYLE = ':host{all:initial!important}@media print{:host{display:none!important}}[hidden]{display:none!important}' +
    '.alap{font:500 15px/1.6 system-ui,sans-serif;color:#33363b;--ground:#f7f7f5}.alap>*{position:fixed;z-index:var(--z)}' +
    'button{font:inherit;border:0;color:var(--on);background:var(--color);cursor:pointer}' +
    'button:focus-visible{outline:3px solid var(--color);outline-offset:3px}' +
    '.alap-launcher{display:flex;align-items:center;gap:10px;height:56px;padding:0 15px;border-radius:28px;' +
    'bottom:calc(var(--y) + env(safe-area-inset-bottom));box-shadow:0 4px 16px #0004}' +
    '.right>*{right:calc(var(--x) + env(safe-area-inset-right))}.left>*{left:calc(var(--x) + env(safe-area-inset-left))}' +
    'i{width:26px;height:21px;padding:0 2px;box-sizing:border-box;border:2px solid;border-radius:10px 10px 10px 2px;' +
    'background:radial-gradient(circle,currentColor 1.4px,#0000 1.7px) 50%/6px 100% content-box}' +
    '.open i{padding:0;border:0;background:none;font:32px/20px system-ui}.open i:before{content:"×"}' +
    '.alap-badge{position:absolute;top:-4px;right:-4px;min-width:10px;padding:0 6px;' +
    'border-radius:11px;background:#b3261e;color:#fff;font-size:13px;line-height:22px}' +
    '.alap-backdrop{display:none;inset:0;background:#14161a80;touch-action:none}' +
    '.alap-panel{bottom:calc(var(--y) + 68px + env(safe-area-inset-bottom));width:400px;max-width:calc(100vw - 32px);' +
    'height:min(720px,85vh,100vh - var(--y) - 84px);border-radius:16px;overflow:hidden;box-shadow:0 8px 40px #0004;' +
    'background:linear-gradient(var(--color) 56px,var(--ground) 0);opacity:0;visibility:hidden;transform:translateY(24px)}' +
    '.alap-close{float:right;width:56px;height:56px;font-size:28px}p{margin:80px 24px;text-align:center}' +
    'iframe{position:absolute;top:0;left:0;width:100%;height:100%;border:0;color-scheme:light dark;visibility:hidden}' +
    '.open>.alap-panel{opacity:1;visibility:visible;transform:none;transition-property:opacity,transform}.shown iframe{visibility:inherit}' +
    '@media(prefers-color-scheme:dark){.alap{color:#e4e5e7;--ground:#1d1f23}}' +
    '@media ' + SHEET + '{.alap>.alap-panel{left:0;right:0;bottom:0;width:auto;max-width:none;height:92vh;height:92dvh;' +
    'border-radius:16px 16px 0 0}.open>.alap-backdrop{display:block}.open>.alap-launcher{visibility:hidden}' +
    '.alap.typing>.alap-panel{top:var(--top);height:var(--height);border-radius:0}}' +
    '@media(prefers-reduced-motion:no-preference){.alap-panel{transition:.18s opacity,.18s transform,.18s visibility}}';

  var ROW = ':host{display:block;min-height:400px}iframe{display:block;width:100%;height:400px;border:0;visibility:hidden}';

  var waiting = [], handlers = [], memory = {}, handed = [], rows = [];
  var shop, origin, locale, chosen, text, color, caption, person, context, asked, observer, nearing;
  var host, root, panel, launcher, badge, cross, notice, unlock;
  // The panel's frame and the way to it; each row has the same of its own.
  var talk = {}, greeted, late, opened, pushed, looking, forget, unread = 0;
  // The line of the product in view, where that is, for how many milliseconds, and since when it is on the screen.
  var viewing, place, spent, since;

  var calls = {
    open: open,
    close: close,
    toggle: toggle,
    show: function () { launcher.hidden = false; },
    hide: function () { launcher.hidden = true; },
    view: function (sku) { note('view', sku); },
    cart: function (sku) { note('cart', sku); },
    request: function (sku) { ask('request', sku); },
    purchase: function (skus) { [].concat(skus).slice(0, 200).forEach(function (sku) { note('purchase', sku); }); },
    locale: function (tag) {
      speak(chosen = language(tag) || locale);
      tell('locale', said());
    },
    identify: function (who) {
      person = '';
      ['name', 'phone', 'email'].forEach(function (key) {
        if (who[key]) person += ',"' + key + '":' + quote(String(who[key]).slice(0, 200));
      });
      send('identify', person);
    },
    reset: function () {
      person = '';
      keep('');
      drain();
      count(0);
      forget = !talk.ready;
      send('reset');
      prepare();
    },
    on: function (event, task) {
      handlers.push([event, task]);
      if (event === 'ready' && talk.ready) task({});
    },
    off: function (event, task) {
      handlers = handlers.filter(function (one) { return one[0] !== event || (task && one[1] !== task); });
    },
    shutdown: shutdown
  };

  var api = quietly(function (call, value, task) {
    if (call === 'mount') mount(value);
    else if (!shop) waiting.push(arguments);
    else if (root && calls.hasOwnProperty(call)) calls[call](value, task);
  });

  /** Builds the launcher, once. @param {Element=} element an `<alap-widget>` */
  function mount(element) {
    function read(key) {
      var value = element && element.getAttribute(key);
      if (value == null) value = (window.alapSettings || {})[key];
      if (value == null && script) value = script.getAttribute('data-' + key);
      return value == null ? '' : String(value);
    }
    if (shop || !read('shop')) return;
    origin = new Address(read('origin') || script.src).origin;
    shop = read('shop');
    color = /^#[\da-f]{6}$/i.test(read('color')) ? read('color') : '';
    caption = read('label');

    host = make('div', '');
    host.id = 'alap-host';
    var shadow = shade(host, STYLE);
    root = make('div', 'alap ' + (read('side') === 'left' ? 'left' : 'right'), shadow);
    var offset = read('offset').split(/\D+/);
    variable('x', (offset[0] || 16) + 'px');
    variable('y', (offset[1] || offset[0] || 16) + 'px');
    variable('z', +read('zIndex') || 2147483000);
    variable('color', color || '#0f766e');
    variable('on', inkOn(color || '#0f766e'));
    listen(make('div', 'alap-backdrop', root), 'click', close);
    panel = make('div', 'alap-panel', root);
    panel.setAttribute('role', 'dialog');
    listen(cross = make('button', 'alap-close', panel), 'click', close);
    cross.textContent = '×';
    notice = make('p', '', panel);
    launcher = make('button', 'alap-launcher', root);
    launcher.setAttribute('aria-haspopup', 'dialog');
    launcher.hidden = read('launcher') === 'false';
    make('i', '', launcher);
    if (caption) make('span', '', launcher).textContent = caption;
    badge = make('span', 'alap-badge', launcher);
    speak(language(read('locale')) || language(page.lang) || 'bn');
    // Beside the body, which a router may swap and a sheet makes inert.
    page.appendChild(host);

    listen(launcher, 'pointerenter touchstart focus', prepare);
    listen(launcher, 'click', toggle);
    listen(window, 'keydown', function (event) { if (event.key === 'Escape' && !event.defaultPrevented) close(); });
    listen(window, 'message', function (event) {
      if (event.origin !== origin || event.data.alap !== 'shell') return;
      rows.forEach(function (row) { if (row.frame && event.source === row.frame.contentWindow) connect(row); });
      if (!talk.frame || event.source !== talk.frame.contentWindow) return;
      if (!late) connect(talk);
      greeted = true;
      late = false;
      reveal();
    });
    // `<button data-alap-request="SKU">` where "buy" would be.
    listen(document, 'click', function (event) {
      var at = event.target.closest('[data-alap-request]');
      // A link with a key held or another button is for a new tab or window.
      if (!at || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      ask('request', at.getAttribute('data-alap-request'));
    });
    listen(window, 'resize', arrange);
    if (window.visualViewport) listen(window.visualViewport, 'resize scroll', arrange);
    watch();
    // A conversation is open: a reply may come.
    if (recall('')) document.readyState === 'complete' ? idle(prepare) : listen(window, 'load', function () { idle(prepare); });
    waiting.forEach(function (call) { api.apply(null, call); });
  }

  function toggle() { (opened ? close : open)(); }

  function open() {
    if (late && !talk.ready) drop();
    prepare();
    if (opened) return;
    opened = true;
    notice.textContent = '';
    arrange();
    if (sheet()) {
      pushed = true;
      if (!ours()) history.pushState(Object.assign({}, history.state, { alap: 1 }), '');
    }
    (greeted ? talk.frame : cross).focus();
    send('opened');
    emit('open', {});
  }

  function close() {
    if (!opened) return;
    var focused = document.activeElement === host;
    opened = false;
    arrange();
    if (focused) launcher.focus();
    if (pushed && ours()) history.back();
    pushed = false;
    send('closed');
    emit('close', {});
  }

  function shutdown() {
    close();
    drop();
    stop.abort();
    observer.disconnect();
    nearing.disconnect();
    rows.forEach(cease);
    host.remove();
    api.live = root = false;
  }

  function sheet() { return matchMedia(SHEET).matches; }

  /** Is the history entry that closes the sheet on top? */
  function ours() { return (history.state || {}).alap; }

  /** Fits the panel to screen and keyboard; holds the page still under a sheet. */
  function arrange() {
    var view = window.visualViewport || {}, under = !!opened && sheet();
    root.classList.toggle('open', !!opened);
    root.classList.toggle('typing', view.scale < 1.1 && window.innerHeight - view.height > 140);
    variable('top', view.offsetTop + 'px');
    variable('height', view.height + 'px');
    panel.setAttribute('aria-modal', under);
    launcher.setAttribute('aria-expanded', !!opened);
    count(unread);
    if (under && !unlock) {
      var body = document.body, was = [page.style.overflow, body.inert, window.scrollY];
      page.style.overflow = 'hidden';
      body.inert = true;
      unlock = function () {
        page.style.overflow = was[0];
        body.inert = was[1];
        window.scrollTo({ top: was[2], behavior: 'instant' });
      };
    } else if (!under && unlock) unlock = unlock();
  }

  function speak(tag) {
    root.lang = locale = tag;
    text = TEXT[tag];
    cross.setAttribute('aria-label', text[1]);
    panel.setAttribute('aria-label', text[0]);
    rows.concat(talk).forEach(entitle);
    arrange();
  }

  function count(number) {
    unread = number;
    var digits = (number > 99 ? '99+' : '' + number).replace(/\d/g, function (digit) { return text[4][digit]; });
    badge.hidden = !number;
    badge.textContent = digits;
    launcher.setAttribute('aria-label', (opened ? text[1] : caption || text[0]) + (number ? ', ' + digits + text[2] : ''));
  }

  /** Makes the panel's frame, on the first sign of intent. */
  function prepare() {
    if (talk.frame) return;
    var made = enframe(talk, panel, '');
    listen(made, 'load', function () {
      late = !greeted;
      if (late) connect(talk);
      // Our shell greets before it has loaded: what did not is an error page of the browser's.
      if (late) later(quietly(giveUp), 2000);
    });
    later(quietly(giveUp), 15000);

    function giveUp() {
      if (talk.frame !== made || talk.ready) return;
      // One that has painted may still come round.
      if (!greeted) {
        drop();
        notice.textContent = text[3];
      }
      emit('error', { code: 'timeout' });
    }
  }

  function enframe(to, parent, query) {
    to.frame = make('iframe', 'alap-frame');
    entitle(to);
    // Before the address: later, it counts for the next page only. Full screen and the small window for videos; autoplay, or
    // a tap on a linked one had to be done twice: it starts in a frame of its own.
    to.frame.allow = query ? '' : 'autoplay; clipboard-write; fullscreen; picture-in-picture';
    to.frame.src = origin + '/widget/?v=1&shop=' + encodeURIComponent(shop) + '&locale=' + locale +
      '&color=' + encodeURIComponent(color) + query;
    return parent.appendChild(to.frame);
  }

  function entitle(to) { if (to.frame) to.frame.title = text[to === talk ? 0 : 5]; }

  function connect(to) {
    var channel = new Channel();
    cut(to);
    to.port = channel.port1;
    to.port.onmessage = quietly(function (message) { hear(parse(message.data), to); });
    to.frame.contentWindow.postMessage({ alap: 'connect', version: 1 }, origin, [channel.port2]);
  }

  function cut(to) {
    if (to.port) to.port.close();
    to.port = to.ready = to.wanted = null;
  }

  function reveal() {
    root.classList.add('shown');
    if (opened && document.activeElement === host) talk.frame.focus();
  }

  function drop() {
    cut(talk);
    if (talk.frame) talk.frame.remove();
    talk.frame = greeted = late = null;
    root.classList.remove('shown');
  }

  /** @param {Object} event what a frame tells @param {Object} from the panel, or a row */
  function hear(event, from) {
    var type = event.event, first = !from.ready;
    if (type === 'ready') {
      from.ready = true;
      from.wanted = event.journal;
      if (first) welcome(from);
      hand();
    } else if (type === 'navigate') {
      var address = new Address(event.url, location.href);
      // Not on top of the entry that only closes the sheet.
      if (/^https?:/.test(address)) location[pushed && ours() ? 'replace' : 'assign'](address);
    } else if (type === 'height') fit(from, event.height);
    else if (type === 'ask') ask(type, event.product);
    else if (from !== talk) return;
    else if (type === 'close') close();
    else if (type === 'unread') {
      count(event.count);
      emit(type, { count: unread });
    } else if (type === 'conversation') keep('', event.open && '1');
    else if (type === 'error') emit(type, { code: event.code });
  }

  function welcome(to) {
    if (to === talk) {
      reveal();
      if (forget) send('reset');
      forget = false;
      if (person) send('identify', person);
    }
    // A setting would only be a hint.
    if (chosen) send('locale', said(), to);
    if (context) send('page', context, to);
    else look();
    if (to !== talk) return;
    if (opened) send('opened');
    relay();
    emit('ready', {});
  }

  /** Opens the panel, which asks about a product or shows the form for it. @param {string} command */
  function ask(command, sku) {
    asked = [command, ',"product":' + quote(clean(sku))];
    open();
    relay();
  }

  function relay() {
    if (talk.ready && asked) asked = send(asked[0], asked[1]);
  }

  function said() { return ',"locale":"' + locale + '"'; }

  /** @param {string} command @param {string=} rest its fields, as JSON @param {Object=} to a row; else the panel */
  function send(command, rest, to) {
    to = to || talk;
    if (to.ready) to.port.postMessage('{"command":"' + command + '"' + (rest || '') + '}');
  }

  function tell(command, rest) {
    rows.concat(talk).forEach(function (to) { send(command, rest, to); });
  }

  // ---- The rows: each `data-alap-row` gets a frame of its own when it comes near

  function seek() {
    rows = rows.filter(function (row) { return row.at.isConnected || cease(row); });
    [].slice.call(document.querySelectorAll('[data-alap-row]'), 0, 8).forEach(quietly(function (at) {
      if (rows.some(function (row) { return row.at === at; })) return;
      rows.push({ at: at, shadow: shade(at, ROW) });
      nearing.observe(at);
    }));
  }

  function near(entries) {
    entries.forEach(function (entry) {
      rows.forEach(function (row) {
        if (row.at !== entry.target || row.frame || !entry.isIntersecting) return;
        enframe(row, row.shadow, '&row=' + encodeURIComponent(row.at.getAttribute('data-alap-row'))).scrolling = 'no';
        // What cannot be had leaves no hole.
        later(quietly(function () { if (!row.fitted) fit(row, 0); }), 15000);
      });
    });
  }

  function fit(row, height) {
    row.at.style.minHeight = 0;
    row.frame.style.height = height + 'px';
    row.frame.style.visibility = height ? 'visible' : '';
    row.fitted = true;
  }

  function cease(row) {
    cut(row);
    row.shadow.textContent = '';
    row.at.style.minHeight = 0;
    nearing.unobserve(row.at);
  }

  /** Notices navigations inside the page without polling or patching. */
  function watch() {
    function soon() {
      if (looking) return;
      looking = true;
      later(function () { looking = idle(look); }, 250);
    }
    function moved() {
      soon();
      later(soon, 1500);
    }
    if (window.navigation) listen(window.navigation, 'currententrychange', soon);
    listen(window, 'popstate', function () { if (pushed && !ours()) close(); });
    listen(window, 'popstate hashchange', moved);
    listen(document, 'DOMContentLoaded', soon);
    listen(window, 'load', soon);
    listen(document, 'visibilitychange', function () {
      settle();
      soon();
    });
    // Only kept: a frame that goes with its page would not take it any more.
    listen(window, 'pagehide', settle);
    nearing = new IntersectionObserver(quietly(near), { rootMargin: '200px' });
    observer = new MutationObserver(quietly(function () {
      if (!host.isConnected) page.appendChild(host);
      moved();
    }));
    observer.observe(page, { childList: true });
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    soon();
  }

  function look() {
    if (!root) return;
    seek();
    var seen = { url: location.href.slice(0, 2048), title: document.title.slice(0, 2048) }, product = shown();
    if (product) seen.product = product;
    seen = ',"page":' + quote(seen);
    if (seen !== context) tell('page', context = seen);
    // What nobody has seen yet was not looked at.
    if (document.hidden) return;
    if (viewing && (product ? product !== viewing.product : place !== location.href)) {
      settle();
      viewing = null;
    }
    if (product && !viewing) note('view', product);
    hand();
  }

  /** The one product of the page, by JSON-LD or else Open Graph. */
  function shown() {
    var left = 2e5, found = [], meta = one('meta[property="product:retailer_item_id"],meta[property="product:sku"]');
    [].slice.call(document.querySelectorAll('script[type^="application/ld+json"]'), 0, 20).forEach(quietly(function (data) {
      data = data.textContent;
      if (data.length > Math.min(left, 1e5)) return;
      left -= data.length;
      gather(parse(data), 0, found);
    }));
    if (!found.length && meta) found.push(clean(meta.content));
    return found.length === 1 && found[0];
  }

  function gather(value, depth, found) {
    // Of two, neither is the one.
    if (!value || depth > 8 || found[1]) return;
    if (value instanceof Array) value.forEach(function (one) { gather(one, depth + 1, found); });
    else if (/(^|[\/:,])Product(Group)?(,|$)/.test(value['@type'])) {
      var sku = clean(value.sku) || clean(value.productID) || clean(value.productGroupID);
      if (sku && found.indexOf(sku) < 0) found.push(sku);
    } else gather([value['@graph'], value.mainEntity], depth + 1, found);
  }

  function clean(sku) {
    sku = /string|number/.test(typeof sku) ? String(sku).trim() : '';
    return sku.length > 64 ? '' : sku;
  }

  // ---- The journal: 200 lines and 30 days at most, until a frame takes it

  function note(kind, sku) {
    var line = { kind: kind, product: clean(sku), at: Date.now() }, meta = one('meta[name="alap:near"]'), known;
    if (!line.product) return;
    if (kind === 'view') {
      settle();
      handed.concat(journal()).forEach(function (event) {
        if (event.kind === kind && event.product === line.product && Math.abs(line.at - event.at) < 3e4) known = event;
      });
      // The page's neighbours are those of its own product.
      if (meta && (shown() || line.product) === line.product) line.near = meta.content.slice(0, 2048);
      viewing = known || line;
      place = location.href;
      spent = (viewing.dwell || 0) * 1000;
    }
    if (!known) write(line);
    hand();
  }

  /** Adds to the line of the product in view for how long it was on the screen. */
  function settle() {
    var now = clock.now();
    if (since) spent += now - since;
    since = document.hidden ? 0 : now;
    var dwell = Math.min(3600, Math.floor(spent / 1000));
    if (!viewing || !(dwell > (viewing.dwell || 0))) return;
    viewing.dwell = dwell;
    write(viewing);
  }

  /** The same line again takes the place of what was known of it. */
  function write(line) {
    var events = journal().filter(function (event) {
      return event.at !== line.at || event.kind !== line.kind || event.product !== line.product;
    });
    if (refused()) return;
    events.push(line);
    keep(':journal', lines(events.sort(function (a, b) { return a.at - b.at; })));
  }

  function refused() {
    return navigator.globalPrivacyControl || (window.alapSettings || {}).consent === false;
  }

  function journal() {
    var events = [];
    if (refused()) drain();
    else quietly(function () {
      events = parse(recall(':journal')).filter(function (event) { return Date.now() - event.at < 2592e6; });
    })();
    return events;
  }

  function drain() {
    handed = [];
    viewing = null;
    keep(':journal');
  }

  /** Line by line: some old libraries give arrays a `toJSON`. */
  function lines(events) { return '[' + events.slice(-200).map(function (event) { return quote(event); }) + ']'; }

  function hand() {
    var to = [talk].concat(rows).filter(function (to) { return to.ready && to.wanted; })[0], events = journal();
    if (!to || !events.length || document.hidden) return;
    handed = handed.concat(events).slice(-200);
    send('journal', ',"events":' + lines(events), to);
    keep(':journal');
  }

  function keep(key, value) {
    key = 'alap:' + shop + key;
    memory[key] = value;
    quietly(function () {
      localStorage.removeItem(key);
      if (value) localStorage.setItem(key, value);
    })();
  }

  function recall(key) {
    key = 'alap:' + shop + key;
    try { return localStorage.getItem(key) || memory[key]; } catch (_) { return memory[key]; }
  }

  /** Keeps a failure from the page. @param {Function} task */
  function quietly(task) {
    return function () {
      try { task.apply(null, arguments); } catch (_) {}
    };
  }

  function listen(target, types, task) {
    types.split(' ').forEach(function (type) {
      target.addEventListener(type, quietly(task), { passive: types !== 'click', signal: stop.signal });
    });
  }

  function emit(event, detail) {
    handlers.forEach(function (one) { if (one[0] === event) quietly(one[1])(detail); });
    document.dispatchEvent(new CustomEvent('alap:' + event, { detail: detail }));
  }

  function idle(task) { (window.requestIdleCallback || later)(quietly(task), { timeout: 4000 }); }

  function language(tag) { return (/^(bn|en)/.exec(tag) || [''])[0]; }

  function one(selector) { return document.querySelector(selector); }

  /** A shadow root with these styles, whatever the page's content policy is. */
  function shade(element, style) {
    var shadow = element.shadowRoot || element.attachShadow({ mode: 'open' });
    try {
      var sheet = new CSSStyleSheet();
      sheet.replaceSync(style);
      shadow.adoptedStyleSheets = [sheet];
    } catch (_) {
      make('style', '', shadow).textContent = style;
    }
    return shadow;
  }

  function make(tag, name, parent) {
    var element = document.createElement(tag);
    element.className = name;
    if (parent) parent.appendChild(element);
    return element;
  }

  function variable(key, value) { root.style.setProperty('--' + key, value); }

  function inkOn(color) {
    function light(at) { return Math.pow(parseInt(color.substr(at, 2), 16) / 255, 2.2); }
    return 0.2126 * light(1) + 0.7152 * light(3) + 0.0722 * light(5) > 0.18 ? '#101418' : '#fff';
  }

  quietly(function () {
    var before = window.alap || {};
    if (before.live) return;
    if (!script || !/\/embed\.js/.test(script.src)) script = document.querySelector('script[src*="/embed.js"]');
    waiting = [].slice.call(before.q || []);
    api.live = true;
    window.alap = api;
    api('mount', document.querySelector('alap-widget'));
    if (customElements.get('alap-widget')) return;
    function Widget() { return Reflect.construct(HTMLElement, [], Widget); }
    Widget.prototype = Object.create(HTMLElement.prototype);
    Widget.prototype.connectedCallback = function () { window.alap('mount', this); };
    customElements.define('alap-widget', Widget);
  })();
})(window, document);} catch (_) { /* The page goes on without us. */ }
