package app.accord.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.accord.kernel.Role;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.vertx.core.Future;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TokenCheckTest {
  private static final Instant NOW = Instant.parse("2026-05-14T14:05:00Z");
  private static final String ISSUER = "https://auth.example.org/realms/accord";
  private static final RSAKey KEY = key("ours");
  private static final RSAKey FOREIGN = key("ours");
  private static final Map<String, Object> EVENTS =
      Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of());

  private final TokenCheck check =
      new TokenCheck(
          ISSUER,
          "accord",
          kid ->
              Future.succeededFuture(
                  Optional.<JWK>of(KEY.toPublicJWK()).filter(key -> kid.equals("ours"))),
          Clock.fixed(NOW, ZoneOffset.UTC));

  /** What a forger would change: the header and the claims of a good token, and who signs. */
  private record Forged(String what, String token) {
    @Override
    public String toString() {
      return what;
    }
  }

  private static RSAKey key(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Object> idClaims() {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", ISSUER);
    claims.put("aud", "accord");
    claims.put("azp", "accord");
    claims.put("sub", "noor-sub");
    claims.put("sid", "noor-sid");
    claims.put("typ", "ID");
    claims.put("nonce", "nonce-1");
    claims.put("name", "Noor Haddad");
    claims.put("given_name", "Noor");
    claims.put("roles", List.of("client", "default-roles-accord"));
    claims.put("iat", Date.from(NOW));
    claims.put("exp", Date.from(NOW.plusSeconds(60)));
    claims.put("auth_time", NOW.minusSeconds(5).getEpochSecond());
    return claims;
  }

  private static Map<String, Object> logoutClaims() {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", ISSUER);
    claims.put("aud", "accord");
    claims.put("typ", "Logout");
    claims.put("sub", "noor-sub");
    claims.put("sid", "noor-sid");
    claims.put("jti", "id-1");
    claims.put("events", EVENTS);
    claims.put("iat", Date.from(NOW));
    claims.put("exp", Date.from(NOW.plusSeconds(60)));
    return claims;
  }

  private static JWTClaimsSet claims(Map<String, Object> claims) {
    JWTClaimsSet.Builder builder = new JWTClaimsSet.Builder();
    claims.forEach(builder::claim);
    return builder.build();
  }

  private static JWSHeader.Builder header() {
    return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("ours").type(JOSEObjectType.JWT);
  }

  private static String signed(RSAKey key, JWSHeader header, Map<String, Object> claims) {
    try {
      SignedJWT token = new SignedJWT(header, claims(claims));
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Forged with(String what, String claim, Object value) {
    Map<String, Object> claims = idClaims();
    claims.put(claim, value);
    return new Forged(what, signed(KEY, header().build(), claims));
  }

  private static Forged without(String claim) {
    Map<String, Object> claims = idClaims();
    claims.remove(claim);
    return new Forged("no " + claim, signed(KEY, header().build(), claims));
  }

  private static Forged headed(String what, UnaryOperator<JWSHeader.Builder> change) {
    return new Forged(what, signed(KEY, change.apply(header()).build(), idClaims()));
  }

  private static Forged signedWithThePublicKeyAsSecret() throws JOSEException {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256)
                .keyID("ours")
                .type(JOSEObjectType.JWT)
                .build(),
            claims(idClaims()));
    token.sign(new MACSigner(KEY.toPublicJWK().toJSONString().getBytes(UTF_8)));
    return new Forged("HS256 with the public key", token.serialize());
  }

  private static Forged withAnotherBody() {
    String[] good = signed(KEY, header().build(), idClaims()).split("\\.", -1);
    Map<String, Object> other = idClaims();
    other.put("sub", "daniel-sub");
    String[] wanted = signed(FOREIGN, header().build(), other).split("\\.", -1);
    return new Forged(
        "another's claims under a good signature", good[0] + "." + wanted[1] + "." + good[2]);
  }

  static Stream<Forged> forged() throws JOSEException {
    Map<String, Object> logout = logoutClaims();
    logout.put("nonce", "nonce-1");
    return Stream.of(
        new Forged("no token at all", "not.a.jwt"),
        new Forged("empty", ""),
        new Forged("alg none", new PlainJWT(claims(idClaims())).serialize()),
        signedWithThePublicKeyAsSecret(),
        new Forged(
            "signed by another key of the same name",
            signed(FOREIGN, header().build(), idClaims())),
        withAnotherBody(),
        headed("an unknown kid", header -> header.keyID("theirs")),
        headed("no kid", header -> header.keyID(null)),
        headed("no type", header -> header.type(null)),
        headed("an access token's type", header -> header.type(new JOSEObjectType("at+jwt"))),
        headed("jku", header -> header.jwkURL(URI.create("https://evil.example/keys"))),
        headed("its own key", header -> header.jwk(FOREIGN.toPublicJWK())),
        headed("a logout token's type", header -> header.type(new JOSEObjectType("logout+jwt"))),
        with("another issuer", "iss", "https://auth.example.org/realms/other"),
        with("an issuer that begins alike", "iss", ISSUER + "/"),
        with("another audience", "aud", "account"),
        with("us among others", "aud", List.of("accord", "account")),
        with("another party", "azp", "other"),
        with("another nonce", "nonce", "nonce-2"),
        with("expired", "exp", Date.from(NOW.minusSeconds(61))),
        with("from the future", "iat", Date.from(NOW.plusSeconds(61))),
        with("not yet", "nbf", Date.from(NOW.plusSeconds(61))),
        with("an access token", "typ", "Bearer"),
        with("a refresh token", "typ", "Refresh"),
        with("a logout token in disguise", "events", EVENTS),
        without("exp"),
        without("iat"),
        without("aud"),
        without("azp"),
        without("nonce"),
        without("sub"),
        without("sid"),
        without("auth_time"),
        new Forged("a logout token", signed(KEY, header().build(), logout)),
        new Forged("endless", "a".repeat(20_000)));
  }

  @ParameterizedTest
  @MethodSource("forged")
  void no_forged_token_signs_anybody_in(Forged forged) {
    assertThatThrownBy(() -> check.atSignIn(forged.token(), "nonce-1").await())
        .isInstanceOf(Untrusted.class);
  }

  @Test
  void a_good_one_says_who_it_is_and_which_of_our_roles() {
    IdToken token = check.atSignIn(signed(KEY, header().build(), idClaims()), "nonce-1").await();
    assertThat(token)
        .isEqualTo(
            new IdToken(
                ISSUER,
                "noor-sub",
                "noor-sid",
                Set.of(Role.CLIENT),
                "Noor Haddad",
                "Noor",
                NOW.minusSeconds(5),
                ""));
  }

  @Test
  void clocks_may_differ_by_a_minute() {
    Map<String, Object> claims = idClaims();
    claims.put("iat", Date.from(NOW.plus(Duration.ofSeconds(59))));
    claims.put("exp", Date.from(NOW.minus(Duration.ofSeconds(59))));
    assertThat(check.atSignIn(signed(KEY, header().build(), claims), "nonce-1").await().sub())
        .isEqualTo("noor-sub");
  }

  @Test
  void a_refreshed_token_must_be_of_the_same_session() {
    Map<String, Object> claims = idClaims();
    claims.remove("nonce");
    String token = signed(KEY, header().build(), claims);
    assertThat(check.atRefresh(token, "noor-sid").await().sid()).isEqualTo("noor-sid");
    assertThatThrownBy(() -> check.atRefresh(token, "daniel-sid").await())
        .isInstanceOf(Untrusted.class);
  }

  static Stream<Forged> forgedLogouts() {
    Map<String, Object> nonce = logoutClaims();
    nonce.put("nonce", "n");
    Map<String, Object> events = logoutClaims();
    events.put("events", Map.of("something-else", Map.of()));
    Map<String, Object> nobody = logoutClaims();
    nobody.remove("sid");
    nobody.remove("sub");
    Map<String, Object> noId = logoutClaims();
    noId.remove("jti");
    Map<String, Object> audience = logoutClaims();
    audience.put("aud", "other");
    return Stream.of(
        new Forged("an ID token", signed(KEY, header().build(), idClaims())),
        new Forged("a nonce", signed(KEY, header().build(), nonce)),
        new Forged("another event", signed(KEY, header().build(), events)),
        new Forged("of nobody", signed(KEY, header().build(), nobody)),
        new Forged("without an id", signed(KEY, header().build(), noId)),
        new Forged("for somebody else", signed(KEY, header().build(), audience)),
        new Forged("by another key", signed(FOREIGN, header().build(), logoutClaims())),
        new Forged("no token", "not.a.jwt"));
  }

  @ParameterizedTest
  @MethodSource("forgedLogouts")
  void no_forged_logout_token_signs_anybody_out(Forged forged) {
    assertThatThrownBy(() -> check.atLogout(forged.token()).await()).isInstanceOf(Untrusted.class);
  }

  @Test
  void a_good_logout_token_names_the_session() {
    LogoutToken token = check.atLogout(signed(KEY, header().build(), logoutClaims())).await();
    assertThat(token)
        .isEqualTo(
            new LogoutToken(ISSUER, Optional.of("noor-sid"), Optional.of("noor-sub"), "id-1"));
  }
}
