// What every screen shares, in the order it is read: skip link, header, menus, banner, way back, the page itself, a person to talk to, footer.
// All facts come as props: nothing is fetched here.
import type { ReactElement, ReactNode } from "react";
import { classes } from "#app/ui/classes.ts";
import { ErrorSummary, type Problem } from "#app/ui/error-summary.tsx";
import { Icon } from "#app/ui/icons.tsx";
import { Notice, type NoticeProps } from "#app/ui/notice.tsx";
import { SignFilms, type PageFilms } from "#app/ui/sign-films.tsx";

/** `isCurrent` for the page somebody is on; "section" where they are on a page under it. */
export type NavItem = { readonly text: string; readonly href: string; readonly isCurrent?: boolean | "section" | undefined };
/** A part of the main menu; the heading is heard and not seen, and left out for a person with one role. */
export type NavGroup = { readonly heading?: string | undefined; readonly items: readonly NavItem[] };

/** A person to talk to, with the ways to reach them that are known. */
export type Contact = {
  readonly name: string;
  readonly phone?: string | undefined;
  /** A number for text messages. */
  readonly textNumber?: string | undefined;
  readonly email?: string | undefined;
  /** Address of the organisation's BSL video relay. */
  readonly bslRelay?: string | undefined;
  /** "Monday to Friday, 9am to 5pm". */
  readonly hours?: string | undefined;
};

/** How this person ends their visit. */
export type Leaving =
  | { readonly kind: "sign-out"; readonly action: string; readonly formToken: string }
  | { readonly kind: "clear-device"; readonly href: string };

/** What is the same on every page of one visit; a loader gives it whole. */
export type Shell = {
  readonly organisation: string;
  readonly home: string;
  readonly contact: Contact;
  readonly leaving?: Leaving | undefined;
  /** The staff menu; attendees, venues and supporters have none. */
  readonly nav?: readonly NavGroup[] | undefined;
  /** Made-up people are on show; `clearHref` only for those who may clear them. */
  readonly example?: { readonly clearHref?: string | undefined } | undefined;
  readonly version: string;
  /** Where display settings return to: the address of this page. */
  readonly here?: string | undefined;
};

export type PageShellProps = {
  readonly shell: Shell;
  /** The meeting or area, above the heading. */
  readonly caption?: string | undefined;
  /** The h1. Left out where the page's only question is the h1, inside its legend or label. */
  readonly heading?: ReactNode;
  readonly back?: { readonly href: string; readonly text?: string | undefined } | undefined;
  readonly breadcrumbs?: readonly { readonly text: string; readonly href: string }[] | undefined;
  /** The pages of one meeting. */
  readonly meetingNav?: readonly NavItem[] | undefined;
  readonly problems?: readonly Problem[] | undefined;
  readonly notice?: NoticeProps | undefined;
  /** Films in British Sign Language about this page: at its end, or before its words for those who chose so. */
  readonly films?: PageFilms | undefined;
  /** Tables and plans for staff need room; questions keep to a line people can follow. */
  readonly width?: "narrow" | "wide" | undefined;
  readonly children: ReactNode;
};

/** A whole page's body. */
export function PageShell(props: PageShellProps): ReactElement {
  const { shell, caption, heading, back, breadcrumbs, meetingNav, problems = [], notice, films, width = "narrow", children } = props;
  return (
    <div className={`shell shell--${width}`}>
      <a href="#main" className="govuk-skip-link">
        Skip to main content
      </a>
      <Header shell={shell} />
      {shell.nav === undefined || shell.nav.length === 0 ? null : <Menu label="Main" summary="Menu" groups={shell.nav} />}
      {shell.example === undefined ? null : <ExampleBanner clearHref={shell.example.clearHref} />}
      {meetingNav === undefined ? null : (
        <Menu className="menu--meeting" label="This meeting" summary="This meeting" groups={[{ items: meetingNav }]} />
      )}
      {breadcrumbs === undefined ? null : <Breadcrumbs trail={breadcrumbs} />}
      {back === undefined ? null : <BackLink href={back.href} text={back.text} />}
      <main id="main" tabIndex={-1} className="held">
        <ErrorSummary problems={problems} />
        {notice === undefined ? null : <Notice {...notice} />}
        {caption === undefined ? null : <p className="caption">{caption}</p>}
        {heading === undefined ? null : <h1>{heading}</h1>}
        {films?.comeFirst === true ? <SignFilms films={films.films} /> : null}
        {children}
        {films?.comeFirst === false ? <SignFilms films={films.films} /> : null}
      </main>
      <ContactBlock contact={shell.contact} />
      <Footer version={shell.version} />
    </div>
  );
}

/** "{Error: }{heading} – {area} – {organisation}", for a route's meta. */
export function pageTitle(parts: {
  readonly heading: string;
  readonly area?: string | undefined;
  readonly organisation: string;
  readonly hasProblems?: boolean | undefined;
}): string {
  const title = [parts.heading, parts.area, parts.organisation].filter((part) => part !== undefined && part !== "").join(" – ");
  return parts.hasProblems === true ? `Error: ${title}` : title;
}

function Header({ shell }: { readonly shell: Shell }): ReactElement {
  const from = shell.here === undefined ? "" : `?from=${encodeURIComponent(shell.here)}`;
  return (
    <header className="site-header">
      <div className="held site-header__row">
        <a className="site-header__name" href={shell.home}>
          <Icon name="table" />
          <span>{shell.organisation}</span>
        </a>
        <ul className="site-header__tools">
          <li>
            <a className="target" href={`/display${from}`}>
              Display settings
            </a>
          </li>
          <li>
            <a className="target" href="/help">
              Help
            </a>
          </li>
          {shell.leaving === undefined ? null : (
            <li>
              <Leave leaving={shell.leaving} />
            </li>
          )}
        </ul>
      </div>
    </header>
  );
}

function Leave({ leaving }: { readonly leaving: Leaving }): ReactElement {
  if (leaving.kind === "clear-device") {
    return (
      <a className="target" href={leaving.href}>
        Finish and clear this device
      </a>
    );
  }
  return (
    <form method="post" action={leaving.action} noValidate>
      <input type="hidden" name="formToken" value={leaving.formToken} />
      <button type="submit" className="link-button">
        Sign out
      </button>
    </form>
  );
}

/** Links side by side where there is room, and behind a word on small screens; one of the two is shown, and neither holds an id. */
function Menu({
  label,
  summary,
  groups,
  className,
}: {
  readonly label: string;
  readonly summary: string;
  readonly groups: readonly NavGroup[];
  readonly className?: string;
}): ReactElement {
  return (
    <nav aria-label={label} className={classes("menu", className)}>
      <div className="held">
        <details className="menu__small">
          <summary>{summary}</summary>
          <MenuGroups groups={groups} />
        </details>
        <div className="menu__wide">
          <MenuGroups groups={groups} />
        </div>
      </div>
    </nav>
  );
}

function MenuGroups({ groups }: { readonly groups: readonly NavGroup[] }): ReactElement {
  return (
    <>
      {groups.map((group) => (
        <div className="menu__group" key={group.heading ?? group.items[0]?.href ?? ""}>
          <ul aria-label={group.heading}>
            {group.items.map((item) => (
              <li key={item.href}>
                <a href={item.href} aria-current={item.isCurrent === true ? "page" : item.isCurrent === "section" ? "true" : undefined}>
                  {item.text}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

function ExampleBanner({ clearHref }: { readonly clearHref: string | undefined }): ReactElement {
  return (
    <section className="example-banner" aria-label="Example">
      <div className="held">
        <p>
          This is an example. The people are made up.
          {clearHref === undefined ? null : (
            <>
              {" "}
              <a className="target" href={clearHref}>
                Clear the example
              </a>
            </>
          )}
        </p>
      </div>
    </section>
  );
}

function Breadcrumbs({ trail }: { readonly trail: readonly { readonly text: string; readonly href: string }[] }): ReactElement {
  return (
    <nav aria-label="Breadcrumb" className="held breadcrumbs">
      <ol>
        {trail.map((step) => (
          <li key={step.href}>
            <a className="target" href={step.href}>
              {step.text}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** A real link to the page before, so that it works on paper copies, in new tabs and without scripts. */
function BackLink({ href, text = "Back" }: { readonly href: string; readonly text?: string | undefined }): ReactElement {
  return (
    <nav aria-label="Back" className="held">
      <a className="govuk-back-link" href={href}>
        {text}
      </a>
    </nav>
  );
}

/** The same person, words and place on every page. */
function ContactBlock({ contact }: { readonly contact: Contact }): ReactElement {
  return (
    <section className="contact" aria-labelledby="contact-heading">
      <div className="held">
        <h2 id="contact-heading">Stuck? Talk to a person</h2>
        <p>
          {contact.name}
          {contact.hours === undefined ? null : `. ${contact.hours}.`}
        </p>
        <ul>
          {contact.phone === undefined ? null : (
            <li>
              Phone{" "}
              <a className="target" href={`tel:${digits(contact.phone)}`}>
                {contact.phone}
              </a>
            </li>
          )}
          {contact.textNumber === undefined ? null : (
            <li>
              Text{" "}
              <a className="target" href={`sms:${digits(contact.textNumber)}`}>
                {contact.textNumber}
              </a>
            </li>
          )}
          {contact.email === undefined ? null : (
            <li>
              Email{" "}
              <a className="target" href={`mailto:${contact.email}`}>
                {contact.email}
              </a>
            </li>
          )}
          {contact.bslRelay === undefined ? null : (
            <li>
              <a className="target" href={contact.bslRelay}>
                Call us in British Sign Language by video relay
              </a>
            </li>
          )}
        </ul>
      </div>
    </section>
  );
}

function digits(phone: string): string {
  return phone.replace(/[^+0-9]/gu, "");
}

function Footer({ version }: { readonly version: string }): ReactElement {
  return (
    <footer className="site-footer">
      <div className="held">
        <ul>
          <li>
            <a className="target" href="/accessibility">
              Accessibility statement
            </a>
          </li>
          <li>
            <a className="target" href="/privacy">
              Privacy
            </a>
          </li>
          <li>
            <a className="target" href="/cookies">
              Cookies
            </a>
          </li>
          <li>
            <a className="target" href="/credits">
              Picture and font credits
            </a>
          </li>
        </ul>
        <p>Welcome Table, version {version}</p>
      </div>
    </footer>
  );
}
