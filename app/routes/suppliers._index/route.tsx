// The suppliers on file: looking for one, by name or by what they supply, and whole lists as files.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { supportIds } from "#app/domain/access/supports.ts";
import { listSuppliersFor, type SupplierView } from "#app/services/suppliers.server.ts";
import { ButtonLink } from "#app/ui/buttons.tsx";
import { SelectField, TextField } from "#app/ui/fields.tsx";
import { Filters } from "#app/ui/filters.tsx";
import { Item, Items, LinkList } from "#app/ui/items.tsx";
import { Page } from "#app/ui/page-frame.tsx";
import { ListPages } from "#app/ui/pagination.tsx";
import { addressWith, onePage, typedFrom } from "#app/web/list-address.ts";
import { requireCoordinator } from "#app/web/guards.server.ts";
import { staffShell } from "#app/web/shell.server.ts";
import { counted } from "#app/words/format.ts";
import { supportName } from "#app/words/requirements.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireCoordinator(request);
  const words = typedFrom(request, "q");
  const supplies = typedFrom(request, "supplies");
  const support = supportIds.find((id) => id === supplies);
  const suppliers = await listSuppliersFor(visit.context, visit.coordinator, { words, ...(support === undefined ? {} : { support }) });
  return { shell: staffShell(visit), words, support: support ?? "", found: suppliers.length, ...onePage(request, suppliers) };
}

export default function Suppliers() {
  const { shell, words, support, found, rows: suppliers, page, pages } = useLoaderData<typeof loader>();
  const isFiltered = words !== "" || support !== "";
  return (
    <Page shell={shell} heading="Suppliers" width="wide" back={{ href: "/venues", text: "Back to venues" }}>
      {suppliers.length === 0 && !isFiltered ? (
        <p>Add a supplier. Ask the Deaf or disabled people&apos;s organisations you work with who they trust.</p>
      ) : (
        <>
          <Filters action="/suppliers" button="Search" result={isFiltered ? `${counted(found, "supplier", "suppliers")} found` : undefined}>
            <TextField name="q" type="search" label="Find by name" value={words} autoComplete="off" />
            <SelectField
              name="supplies"
              label="Who supplies"
              blank="Anything"
              options={supportIds.map((id) => ({ value: id, label: supportName[id] }))}
              value={support}
            />
          </Filters>
          {isFiltered ? (
            <p>
              <a className="target" href="/suppliers">
                Clear search
              </a>
            </p>
          ) : null}
        </>
      )}
      <ButtonLink href="/suppliers/new">Add a supplier</ButtonLink>
      <Items>
        {suppliers.map((one) => (
          <Item
            key={one.supplierId}
            level="h2"
            heading={
              <a className="target" href={`/suppliers/${one.supplierId}`}>
                {one.name}
              </a>
            }
          >
            <p>{one.supports.length === 0 ? "Nobody has said what they supply." : one.supports.map((id) => supportName[id]).join("; ")}</p>
            <p>{termsOf(one)}</p>
          </Item>
        ))}
      </Items>
      <ListPages page={page} pages={pages} hrefOf={(wanted) => addressWith("/suppliers", { q: words, supplies: support, page: wanted })} />
      <h2>Lists</h2>
      <LinkList
        links={[
          { href: "/suppliers/import", text: "Add suppliers from a file" },
          { href: "/suppliers.csv", text: "Get your suppliers as a file (CSV)" },
        ]}
      />
    </Page>
  );
}

function termsOf({ isEnded, noticeWorkingDays, price }: SupplierView): string {
  const notice =
    noticeWorkingDays === null ? "Notice not known." : `${counted(noticeWorkingDays, "working day's", "working days'")} notice.`;
  return [isEnded ? "No longer used." : "", notice, price === "" ? "Price not known." : `${price}.`]
    .filter((part) => part !== "")
    .join(" ");
}
