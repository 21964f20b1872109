import { SignIn } from "./SignIn.tsx";

/** /signin: for whoever comes from a sign-out or a bookmark. */
export default function SignInPage() {
  return <SignIn to="/" />;
}
