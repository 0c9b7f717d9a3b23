/**
 * The digits with which a number is shown: those asked for, and as many more as its size needs. What is not zero keeps
 * two significant digits at least, so that it never reads as zero; a share below one never reads as all; whole parts
 * are never rounded. Tables, sentences, axes and tooltips all take them from here; files hold the exact number.
 */
export function digitsFor(value: number, asked: Intl.NumberFormatOptions = {}): Intl.NumberFormatOptions {
  const { maximumSignificantDigits: significant, maximumFractionDigits, ...rest } = asked;
  const percent = asked.style === "percent";
  const size = Math.abs(value) * (percent ? 100 : 1);
  if (significant !== undefined)
    return size < 10 ** significant ? asked : { ...rest, maximumFractionDigits: 0 };
  const fraction = maximumFractionDigits ?? (percent ? 0 : 3);
  if (size > 0 && size * 10 ** fraction < 10) return { ...rest, maximumSignificantDigits: 2 };
  const short = 1 - Math.abs(value);
  if (percent && short > 0 && short * 100 * 10 ** fraction <= 0.5)
    return { ...rest, maximumSignificantDigits: Math.ceil(-Math.log10(short)) };
  return asked;
}
