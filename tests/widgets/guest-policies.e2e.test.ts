import { expect, test } from "vitest";
import { headersOf, policies } from "./guest-conditions.ts";
import { guestPages, kinds, pictures } from "./guest-page.ts";

const guests = guestPages();

test.each(Object.entries(policies))("every element works under %s", async (name, policy) => {
  guests.hosts.partner.headers = headersOf(policy, guests.hosts.figures.origin);
  const opened = await guests.open(
    "/policy.html",
    guests.everything().replaceAll("<script ", '<script nonce="abc" '),
  );
  const told = await opened.told(kinds.length);
  expect(told.filter((one) => !one.startsWith("yeelen-ready"))).toEqual([]);
  const { violations, shift } = await opened.seen();
  expect(violations).toEqual([]);
  expect(shift, name).toBe(0);
  expect(opened.errors).toEqual([]);
  expect(opened.elsewhere).toEqual([]);
  expect((await pictures(opened.page)).filter((shapes) => shapes.length > 2)).toHaveLength(kinds.length - 1);
  expect(guests.hosts.figures.requests.some(({ cookie, referrer }) => cookie && referrer)).toBe(false);
  await opened.close();
});

test.each([360, 1280])("every element keeps its box at %i px: nothing on the page moves", async (width) => {
  const opened = await guests.open("/box.html", guests.everything(), "", 'lang="en"', width);
  await opened.told(kinds.length);
  const { shift, told } = await opened.seen();
  expect(told.filter((one) => !one.startsWith("yeelen-ready"))).toEqual([]);
  expect(shift).toBe(0);
  const outside = await opened.page.evaluate(() =>
    [...document.querySelectorAll(".yeelen-holder")].flatMap((holder) => {
      const svg = holder.shadowRoot?.querySelector("svg");
      const [box, room] = [svg?.getBoundingClientRect(), holder.getBoundingClientRect()];
      return box && (box.height > room.height + 1 || box.width > room.width + 1)
        ? [
            `${holder.closest("figure")?.parentElement?.localName} ${box.width}×${box.height} in ${room.width}×${room.height}`,
          ]
        : [];
    }),
  );
  expect(outside).toEqual([]);
  await opened.close();
});
