/** The table that `yeelen init` begins with: made up, small, with a suppressed figure, a gap and a zero. */
export const sampleTable = `indicator,area,period,sex,value,low,high,absence,note
detected-victims-made-up,MLI,2022,T,41,,,,
detected-victims-made-up,MLI,2022,F,38,,,,
detected-victims-made-up,MLI,2022,M,,0,4,suppressed,
detected-victims-made-up,MLI,2023,T,52,,,,
detected-victims-made-up,MLI,2023,F,33,,,,
detected-victims-made-up,MLI,2023,M,19,,,,
detected-victims-made-up,MLI,2024,T,47,,,,the register moved to another office in May
detected-victims-made-up,SEN,2022,T,0,,,,
detected-victims-made-up,SEN,2023,T,,,,not-reported,
detected-victims-made-up,SEN,2024,T,12,,,,
`;
