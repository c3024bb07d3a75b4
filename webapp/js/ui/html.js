/** What every screen is written with: Preact's hooks and htm's templates, from one file of the library's. */
export {
  html, render, createContext, useCallback, useContext, useEffect, useErrorBoundary, useLayoutEffect, useMemo,
  useRef, useState,
} from "../../vendor/preact.js";
