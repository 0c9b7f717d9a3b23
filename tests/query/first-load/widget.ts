export { answerFromView, fromAttributes } from "@yeelen/query/views";
