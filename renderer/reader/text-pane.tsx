import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Source } from '../../main/contract/index.ts';
import { useClient } from '../client/index.ts';
import { useCommands } from '../commands/index.ts';
import { t } from '../i18n/index.ts';
import { tellFailure } from '../messages/index.ts';
import { inspectorTab, PassageActions, passageKeys, resize, textPort } from '../passage/index.ts';
import { failureOf, type Place, place, reading, selection, useQuery, useStore } from '../state/index.ts';
import { FilterLine } from './filter-line.tsx';
import { FindBar } from './find/find-bar.tsx';
import { createFinder, type Finder } from './find/finder.ts';
import { finding } from './find/finding.ts';
import { showTicks } from './find/ticks.ts';
import { describeScreen, describeStretch } from './map-words.ts';
import { Margin } from './margin/margin.tsx';
import { createMarginNotes, type MarginNote } from './margin/notes.ts';
import { metaLine } from './meta-line.ts';
import { createOverview, type Overview } from './overview.ts';
import { drawOverview } from './overview-bars.ts';
import { PileChooser } from './pile/pile-chooser.tsx';
import type { Lying } from './pile/piles.ts';
import { PositionSlider } from './position-slider.tsx';
import { createPrinting, type Printing } from './print/printing.ts';
import { readerCommands, tellPrintIsLong } from './reader-commands.ts';
import { rememberOffset } from './remembered.ts';
import { createSession, type Session } from './session.ts';
import { propertiesOf, type ReadingSettings } from './settings/reading-settings.ts';
import { shareOf } from './text-scale.ts';
import { useSight } from './use-sight.ts';

/** How long the screen has to rest, in milliseconds, before the place is remembered. */
const REST = 1_500;

/** Share by which the height of the whole text may change before the map is drawn anew. */
const DRIFT = 0.01;

export interface TextPaneProps {
  readonly source: Source;
  readonly lengths: readonly number[];
  /** Where to begin, in code points. */
  readonly offset: number;
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
export function TextPane({ source: opened, lengths, offset, settings }: TextPaneProps) {
  const client = useClient();
  const source = useQuery('sources.get', { id: opened.id }).data ?? opened;
  const types = useQuery('entities.types', {}).data;
  const focused = useStore(selection, (now) => now.highlightIds);
  const finds = useStore(finding, (now) => now.open);
  const [opening, setOpening] = useState<Opening | null>(null);
  const session = opening?.session ?? null;
  const [notes, setNotes] = useState<readonly MarginNote[]>([]);
  const [pile, setPile] = useState<Pile | null>(null);
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

  useEffect(() => {
    if (!scroller.current || !text.current || !canvas.current || !caret.current) return;
    if (!startHandle.current || !endHandle.current) return;
    let frame = 0;
    let rest = 0;
    let signature = '';
    const onFailure = (error: unknown) => tellFailure(failureOf(error));

    let drawnTotal = 0;
    const drawMap = () => {
      if (!map.current) return;
      drawnTotal = open.view.extent().total;
      const share = (start: number) => shareOf(open.view, open.rows, start);
      drawOverview(map.current, overview.stretches(), share, others.current);
    };
    let finder: Finder | null = null;
    const drawFound = () => {
      if (ticks.current && finder) showTicks(ticks.current, finder.shown(), finding.get().current, open);
    };
    const overview: Overview = createOverview(
      client,
      opened.id,
      () => {
        reading.set({ marks: overview.marks() });
        drawMap();
      },
      onFailure,
    );
    counting.current = overview;

    const afterLayout = () => {
      frame = 0;
      const { total, top, height } = open.view.extent();
      const at = open.view.firstVisible();
      const block = open.rows.blockAt(at);
      const percent = total <= height ? 100 : Math.min(100, Math.round((top / Math.max(1, total - height)) * 100));
      reading.set({ block: block + 1, blocks: open.rows.blocks, percent });
      const position = t('reader.positionText', { block: block + 1, blocks: open.rows.blocks, percent });
      // What lies on the screen is looked up for whoever is at the map only.
      const text = slider.current === document.activeElement ? describeScreen(open, position) : position;
      showThumb(slider.current, thumb.current, { total, top, height, percent, text });
      if (Math.abs(total - drawnTotal) > DRIFT * drawnTotal) drawMap();
      const next = notesOf();
      const nextSignature = JSON.stringify(next);
      if (nextSignature !== signature) {
        signature = nextSignature;
        setNotes(next);
      }
      textPort.set((now) => ({ layout: now.layout + 1 }));
      window.clearTimeout(rest);
      rest = window.setTimeout(remember, REST);
    };
    let remembered = offset;
    const remember = () => {
      const here = open.view.firstVisible();
      if (here === remembered) return;
      remembered = here;
      void rememberOffset(client, opened.id, here);
    };

    const open: Session = createSession({
      channel: client,
      source: opened,
      lengths,
      scroller: scroller.current,
      text: text.current,
      canvas: canvas.current,
      caret: caret.current,
      handles: { start: startHandle.current, end: endHandle.current },
      onResize: (highlight, passage) => resize(client, highlight, passage),
      onLayout() {
        if (frame === 0) frame = requestAnimationFrame(afterLayout);
      },
      onRow: (row) => finder?.paint(row),
      onFailure,
      onPoint: (what) => inspectorTab.set({ tab: what === 'entity' ? 'entity' : 'passage' }),
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
      onLong: () => tellPrintIsLong(() => printing.stop()),
    });
    const notesOf = createMarginNotes(open, canvas.current);

    const visit = (now: Place) => {
      if (now.view !== 'read' || now.sourceId !== opened.id) return;
      if (now.passage) {
        open.visit(now.passage, { select: now.highlightId === null });
        if (now.highlightId !== null) open.focusOn([now.highlightId]);
        open.port.focus();
      } else if (now.highlightId !== null) {
        const id = now.highlightId;
        client.call('highlights.get', { id }).then((highlight) => {
          open.visit(highlight, { select: false });
          open.focusOn([id]);
          open.port.focus();
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
    const keys = passageKeys(text.current);
    textPort.set({ port: open.port });
    setOpening({ session: open, finder, printing });
    if (last.passage || last.highlightId !== null) visit(last);
    else if (offset > 0) open.view.scrollTo(open.view.topOf(offset));
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
      cancelAnimationFrame(frame);
      window.clearTimeout(rest);
      remember();
      unfollow();
      unhear();
      unback();
      keys();
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
  }, [client, opened, lengths, offset]);

  useCommands(useMemo(() => (opening ? readerCommands(opening) : []), [opening]));

  useEffect(() => {
    if (session && types) {
      session.painter.colourEntities(
        types.map(({ name, colour }) => ({ name, colour: colour.startsWith('#') ? colour : `var(--${colour})` })),
      );
    }
  }, [session, types]);

  useEffect(() => {
    if (!session || !sight) return;
    const isOther = others.current !== sight.rest;
    others.current = sight.rest;
    session.look(sight);
    counting.current?.filter(sight.asked, isOther);
  }, [session, sight]);

  const laidOutFor = useRef(settings);
  useLayoutEffect(() => {
    if (laidOutFor.current === settings) return;
    laidOutFor.current = settings;
    session?.view.layOutAnew();
  }, [session, settings]);

  return (
    <div
      className="reader"
      style={propertiesOf(settings)}
      data-paper={settings.paper}
      data-numbers={settings.numbers ? 'on' : 'off'}
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
            notes={notes}
            focused={focused[0] ?? null}
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
        onStep={(screens) => {
          if (!session) return;
          const { top, height } = session.view.extent();
          session.view.scrollTo(top + screens * height);
        }}
        describe={(share) =>
          session && sight ? describeStretch(client, opened.id, session, share, sight.asked) : null
        }
        onFocus={() => session?.view.update()}
      />
      <FilterLine />
    </div>
  );
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

interface Thumb {
  /** Pixels of the whole text, and of the part on screen. */
  readonly total: number;
  readonly top: number;
  readonly height: number;
  readonly percent: number;
  readonly text: string;
}

function showThumb(slider: HTMLElement | null, thumb: HTMLElement | null, now: Thumb): void {
  if (!slider || !thumb) return;
  thumb.style.top = `${(now.top / Math.max(1, now.total)) * 100}%`;
  thumb.style.height = `${Math.min(100, (now.height / Math.max(1, now.total)) * 100)}%`;
  slider.setAttribute('aria-valuenow', String(now.percent));
  slider.setAttribute('aria-valuetext', now.text);
}
