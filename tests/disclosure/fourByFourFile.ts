/** How the files of the 4×4 table are read: rows, columns and their totals, and a threshold of 11. */
export const fourByFourPolicy = {
  kind: "tables",
  k: 11,
  dimensions: { row: { total: "T" }, column: { total: "T" } },
} as const;

/** The 4×4 table of sdcTable's documentation as a file: every line hides two cells or more, yet one cell is exact. */
export const weakFourByFour = `
row,column,value,status
w,a,30,hidden
w,b,47,hidden
w,c,64,hidden
w,d,89,
w,T,230,
x,a,90,hidden
x,b,124,
x,c,5,hidden
x,d,31,
x,T,250,
y,a,92,
y,b,100,hidden
y,c,59,
y,d,85,hidden
y,T,336,
z,a,800,
z,b,991,hidden
z,c,651,
z,d,685,hidden
z,T,3127,
T,a,1012,
T,b,1262,
T,c,779,
T,d,890,
T,T,3943,
`;

/** The same with one more cell hidden, which is safe. */
export const safeFourByFour = weakFourByFour.replace("x,d,31,", "x,d,31,hidden");
