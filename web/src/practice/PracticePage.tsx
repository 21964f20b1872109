export default function PracticePage() {
  return <main id="main" />;
}
