import { useEffect, useState } from "react";
import { t } from "../i18n/t.ts";

/** Nothing for a moment, then one quiet sentence: most answers come before anybody would read it. */
export function Loading() {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p className="meta loading" role="status">
      {long ? t("ui.loading") : ""}
    </p>
  );
}
