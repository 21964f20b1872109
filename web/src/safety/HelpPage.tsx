export default function HelpPage() {
  return <main id="main" />;
}
