export default function TodayPage() {
  return <main id="main" />;
}
