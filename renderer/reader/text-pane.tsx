import { type CSSProperties, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Source } from '../../main/contract/index.ts';
import { useClient } from '../client/index.ts';
import { useCommands } from '../commands/index.ts';
import { t } from '../i18n/index.ts';
import { tell, tellFailure } from '../messages/index.ts';
import {
  ActiveTagBar,
  inspectorTab,
  PassageActions,
  passageKeys,
  resize,
  tagSelection,
  textPort,
} from '../passage/index.ts';
import { createStore, failureOf, type Place, place, reading, useQuery, useStore } from '../state/index.ts';
import { AddressDialog, colourValue } from '../ui/index.ts';
import type { Opened } from './ahead.ts';
import { FilterLine } from './filter-line.tsx';
import { FindBar } from './find/find-bar.tsx';
import { createFinder, type Finder, leavingKey } from './find/finder.ts';
import { finding } from './find/finding.ts';
import { showTicks } from './find/ticks.ts';
import { describeStretch } from './map-words.ts';
import { Margin } from './margin/margin.tsx';
import type { MarginNote } from './margin/notes.ts';
import { metaLine } from './meta-line.ts';
import { createOverview, type Overview } from './overview.ts';
import { drawOverview } from './overview-bars.ts';
import { PileChooser } from './pile/pile-chooser.tsx';
import type { Lying } from './pile/piles.ts';
import { PositionSlider } from './position-slider.tsx';
import { createPrinting, type Printing } from './print/printing.ts';
import { readerCommands, tellPrintIsLong } from './reader-commands.ts';
import { rememberOffset, rememberReading } from './remembered.ts';
import { createRest } from './rest.ts';
import { createSession, type Session } from './session.ts';
import { settingsNow } from './settings/kept.ts';
import { propertiesOf, type ReadingSettings } from './settings/reading-settings.ts';
import { createTelling, type Telling } from './telling.ts';
import { shareOf } from './text-scale.ts';
import { useSight } from './use-sight.ts';

/** How long the screen has to rest, in milliseconds, before the place is remembered. */
const REST = 1_500;

/** Share by which the height of the whole text may change before the map is drawn anew. */
const DRIFT = 0.01;

/** How long the text has to rest, in milliseconds, before the map follows its new height. */
const DRAWN_AFTER = 250;

export interface TextPaneProps {
  readonly source: Source;
  readonly opened: Opened;
  readonly settings: ReadingSettings;
}

/** What lies at a place of the text, offered to choose from. */
interface Pile {
  readonly label: string;
  readonly lying: readonly Lying[];
  readonly place: DOMRect;
  readonly answer: (chosen: Lying | null) => void;
}

interface Opening {
  readonly session: Session;
  readonly finder: Finder;
  readonly printing: Printing;
}

/** A source's text with its margin and its map. The text itself is the session's; React draws what is around it. */
export function TextPane({ source, opened, settings }: TextPaneProps) {
  const client = useClient();
  const types = useQuery('entityTypes.list', {}).data;
  const finds = useStore(finding, (now) => now.open);
  const [opening, setOpening] = useState<Opening | null>(null);
  const session = opening?.session ?? null;
  const [margin] = useState(() => createStore<{ readonly notes: readonly MarginNote[] }>({ notes: [] }));
  const [pile, setPile] = useState<Pile | null>(null);
  const [link, setLink] = useState<string | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLDivElement>(null);
  const caret = useRef<HTMLDivElement>(null);
  const startHandle = useRef<HTMLDivElement>(null);
  const endHandle = useRef<HTMLDivElement>(null);
  const map = useRef<HTMLCanvasElement>(null);
  const thumb = useRef<HTMLDivElement>(null);
  const ticks = useRef<HTMLCanvasElement>(null);
  const slider = useRef<HTMLDivElement>(null);
  const printed = useRef(source);
  printed.current = source;
  const counting = useRef<Overview | null>(null);
  const sight = useSight();
  const others = useRef(sight?.rest ?? 'hide');

  // Before the paint, so that the pane is never seen without its text.
  useLayoutEffect(() => {
    if (!scroller.current || !text.current || !canvas.current || !caret.current) return;
    if (!startHandle.current || !endHandle.current || !slider.current || !thumb.current) return;
    const { id: sourceId, title } = printed.current;
    const { lengths, at, ...first } = opened;
    let telling: Telling | null = null;
    const onFailure = (error: unknown) => tellFailure(failureOf(error));

    let drawnTotal = 0;
    const drawMap = () => {
      if (!map.current) return;
      drawnTotal = open.view.extent().total;
      const share = (start: number) => shareOf(open.view, open.rows, start);
      drawOverview(map.current, overview.stretches(), share, others.current);
    };
    const drawing = createRest(DRAWN_AFTER, drawMap);
    let finder: Finder | null = null;
    const drawFound = () => {
      if (ticks.current && finder) showTicks(ticks.current, finder.shown(), finding.get().current, open);
    };
    const overview: Overview = createOverview(
      client,
      sourceId,
      () => {
        reading.set({ marks: overview.marks() });
        drawMap();
      },
      onFailure,
    );
    counting.current = overview;

    let remembered = at;
    const remember = () => {
      const here = open.view.firstLine();
      if (here === remembered) return;
      remembered = here;
      void rememberOffset(client, sourceId, here);
    };
    const rest = createRest(REST, remember);

    // Whoever only looks in does not read.
    const staying = window.setTimeout(() => void rememberReading(client, sourceId), REST);

    const onLayout = () => {
      // The first screen is laid out before there is anybody to tell.
      if (!telling) return;
      telling.layout();
      rest.disturb();
      if (Math.abs(open.view.extent().total - drawnTotal) > DRIFT * drawnTotal) drawing.disturb();
    };
    const open: Session = createSession({
      channel: client,
      source: { id: sourceId, title },
      lengths,
      at,
      first,
      scroller: scroller.current,
      text: text.current,
      canvas: canvas.current,
      caret: caret.current,
      handles: { start: startHandle.current, end: endHandle.current },
      onResize: (highlight, passage) => resize(client, highlight, passage),
      onLayout: () => onLayout(),
      onRow: (row) => finder?.paint(row),
      onCopied: ({ start, end }) => tell({ tone: 'status', key: 'reader.copied', values: { characters: end - start } }),
      onFailure,
      onPoint: (what) => inspectorTab.set({ tab: what === 'entity' ? 'entity' : 'passage' }),
      onDrawn: () => void tagSelection(client),
      onLink: setLink,
      offer: (lying, at, label) =>
        new Promise((answer) => {
          const place = open.view.rectOf(at);
          if (place) setPile({ label, lying, place, answer });
          else answer(null);
        }),
    });

    finder = createFinder({ channel: client, session: open, onMatches: drawFound, onFailure });
    const printing: Printing = createPrinting({
      channel: client,
      source: () => printed.current,
      session: open,
      pageLines: () => settingsNow().pageLines,
      onLong: () => tellPrintIsLong(() => printing.stop()),
    });
    telling = createTelling({ session: open, slider: slider.current, thumb: thumb.current, margin });
    onLayout();

    const visit = (now: Place) => {
      if (now.sourceId !== sourceId) return;
      // Beside an outline the text shows the passage, and the outline keeps the keyboard.
      const takeKeys = () => now.view === 'read' && open.port.focus();
      if (now.passage) {
        open.visit(now.passage, { select: now.highlightId === null });
        if (now.highlightId !== null) open.focusOn([now.highlightId]);
        takeKeys();
      } else if (now.highlightId !== null) {
        const id = now.highlightId;
        client.call('highlights.get', { id }).then((highlight) => {
          open.visit(highlight, { select: false });
          open.focusOn([id]);
          takeKeys();
        }, onFailure);
      }
    };
    let last = place.get();
    const unfollow = place.subscribe(() => {
      const now = place.get();
      if (now.passage !== last.passage || now.highlightId !== last.highlightId) visit(now);
      last = now;
    });

    const unhear = client.subscribe('changed', ({ changes }) => overview.hear(changes));
    const unback = client.subscribe('engine', ({ state }) => state === 'back' && overview.refresh());
    const keys = [passageKeys(text.current), leavingKey(text.current, finder)];
    textPort.set({ port: open.port });
    setOpening({ session: open, finder, printing });
    if (last.passage || last.highlightId !== null) visit(last);
    const observer = new ResizeObserver(() => {
      drawMap();
      drawFound();
    });
    if (map.current) observer.observe(map.current);
    const unwatch = onTheme(() => {
      drawMap();
      drawFound();
    });

    return () => {
      telling?.close();
      window.clearTimeout(staying);
      rest.close();
      drawing.close();
      remember();
      unfollow();
      unhear();
      unback();
      for (const end of keys) end();
      observer.disconnect();
      unwatch();
      textPort.set({ port: null });
      reading.set({ block: 0, blocks: 0, percent: 0, marks: null });
      counting.current = null;
      overview.close();
      finder?.close();
      printing.close();
      open.close();
    };
  }, [client, opened, margin]);

  useCommands(useMemo(() => (opening ? readerCommands(opening) : []), [opening]));

  useEffect(() => {
    if (session && types) {
      session.painter.colourEntities(types.map(({ name, colour }) => ({ name, colour: colourValue(colour) })));
    }
  }, [session, types]);

  useEffect(() => {
    if (!session || !sight) return;
    const isOther = others.current !== sight.rest;
    others.current = sight.rest;
    session.look(sight);
    counting.current?.filter(sight.asked, isOther);
  }, [session, sight]);

  // Another language, like another type, breaks lines elsewhere.
  const type = useMemo(() => ({ settings, language: source.language }), [settings, source.language]);
  const laidOutFor = useRef(type);
  useLayoutEffect(() => {
    if (laidOutFor.current === type) return;
    laidOutFor.current = type;
    session?.view.layOutAnew();
  }, [session, type]);

  return (
    <div
      className="reader"
      style={propertiesOf(settings)}
      data-paper={settings.paper}
      data-numbers={settings.numbers ? 'on' : 'off'}
      data-page-lines={settings.pageLines ? 'on' : 'off'}
    >
      {finds && opening && <FindBar finder={opening.finder} />}
      <div className="reader-scroll" ref={scroller}>
        <div className="reader-page">
          {/* The text is read and selected with the keyboard, so the document itself takes the focus. */}
          <div
            className="reader-text"
            role="document"
            aria-label={t('reader.text')}
            data-landing
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling document with a caret needs the keyboard
            tabIndex={0}
            ref={text}
          >
            <header className="reader-head">
              <h1 dir="auto">{source.title}</h1>
              <p className="reader-meta">{metaLine(source)}</p>
            </header>
            <div
              className="reader-canvas"
              ref={canvas}
              style={digitsOf(opened.lengths.length)}
              {...(source.language === '' ? {} : { lang: source.language })}
            />
            <div className="reader-caret" ref={caret} hidden />
            {/* Keys move the ends as well: Alt+Shift and arrows. */}
            <div className="reader-handle" ref={startHandle} hidden />
            <div className="reader-handle" ref={endHandle} hidden />
          </div>
          <PassageActions isHidden={pile !== null} />
          {pile && session && (
            <PileChooser
              {...pile}
              isFaint={(each) => each.kind === 'highlight' && session.isFaint(each.highlight)}
              onPoint={session.pointAt}
              onDone={(chosen) => {
                setPile(null);
                pile.answer(chosen);
                // The keyboard goes back one frame after the list is gone, unless a press took it elsewhere.
                requestAnimationFrame(() => requestAnimationFrame(() => returnTo(session)));
              }}
            />
          )}
          <Margin
            shown={margin}
            onChoose={(ids) => {
              const highlight = ids[0] === undefined ? undefined : session?.pages.highlight(ids[0]);
              if (!highlight) return;
              session?.port.focusOn(highlight);
              if (ids.length > 1) session?.focusOn(ids);
              inspectorTab.set({ tab: 'passage' });
              session?.port.focus();
            }}
          />
        </div>
      </div>
      <PositionSlider
        canvasRef={map}
        ticksRef={ticks}
        thumbRef={thumb}
        sliderRef={slider}
        onGo={(share) => {
          if (!session) return;
          const { total, height } = session.view.extent();
          session.view.scrollTo(share * total - height / 2);
        }}
        onAim={(share) => session?.view.prepare(share)}
        onStep={(by, forward) => {
          if (!session) return;
          const { total, top, height } = session.view.extent();
          const step = by === 'screen' ? height : Math.max(height, total / 10);
          session.view.scrollTo(top + (forward ? step : -step));
        }}
        describe={(share) =>
          session && sight ? describeStretch(client, source.id, session, share, sight.asked) : null
        }
        onFocus={() => session?.view.update()}
      />
      <ActiveTagBar />
      <FilterLine />
      {link !== null && <AddressDialog address={link} onClose={() => setLink(null)} />}
    </div>
  );
}

/** For the style sheet, how many digits the numbers of so many paragraphs have at most. */
function digitsOf(paragraphs: number): CSSProperties & { readonly '--digits': number } {
  return { '--digits': String(paragraphs).length };
}

/** Gives the text the keyboard where nothing else took it. */
function returnTo({ port }: Session): void {
  const at = document.activeElement;
  if (at === null || at === document.body) port.focus();
}

/** Calls back when the window's colours change; returns the function that stops it. */
function onTheme(listener: () => void): () => void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const chosen = new MutationObserver(listener);
  dark.addEventListener('change', listener);
  chosen.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => {
    dark.removeEventListener('change', listener);
    chosen.disconnect();
  };
}
