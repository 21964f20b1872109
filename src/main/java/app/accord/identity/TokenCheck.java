package app.accord.identity;

import app.accord.kernel.Role;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.vertx.core.Future;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one check of a token (S-32, S-37). It asks nobody: the keys come from one fixed address, and
 * a token says nothing that is believed before its signature is found good.
 */
final class TokenCheck {
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);
  private static final Duration SKEW = Duration.ofSeconds(60);
  private static final String LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout";
  private static final int LONGEST = 16 * 1024;

  private final String issuer;
  private final String client;
  private final Function<String, Future<Optional<JWK>>> keys;
  private final Clock clock;

  /**
   * @param keys by their id
   */
  TokenCheck(
      String issuer, String client, Function<String, Future<Optional<JWK>>> keys, Clock clock) {
    this.issuer = issuer;
    this.client = client;
    this.keys = keys;
    this.clock = clock;
  }

  /** Fails with {@link Untrusted}, or as reading the keys does. */
  Future<IdToken> atSignIn(String token, String nonce) {
    return claims(token, Set.of("JWT"))
        .map(
            claims -> {
              must(nonce.equals(text(claims, "nonce")), "nonce");
              return idToken(claims);
            });
  }

  /** As {@link #atSignIn}, of a token that came with a refresh: of the same session at Keycloak. */
  Future<IdToken> atRefresh(String token, String sid) {
    return claims(token, Set.of("JWT"))
        .map(
            claims -> {
              IdToken id = idToken(claims);
              must(sid.equals(id.sid()), "another session");
              return id;
            });
  }

  /** Whether it came before is not looked at here. */
  Future<LogoutToken> atLogout(String token) {
    return claims(token, Set.of("JWT", "LOGOUT+JWT")).map(this::logoutToken);
  }

  private IdToken idToken(JWTClaimsSet claims) {
    must("ID".equals(text(claims, "typ")), "not an ID token");
    must(client.equals(text(claims, "azp")), "azp");
    must(claims.getClaim("events") == null, "a logout token");
    String sub = present(claims, "sub");
    String name = Optional.ofNullable(text(claims, "name")).orElse("");
    String given = text(claims, "given_name");
    return new IdToken(
        issuer,
        sub,
        present(claims, "sid"),
        roles(claims),
        name.isBlank() ? "–" : name,
        given == null || given.isBlank() ? firstWord(name) : given,
        time(claims, "auth_time"),
        Optional.ofNullable(text(claims, "acr")).orElse(""));
  }

  private LogoutToken logoutToken(JWTClaimsSet claims) {
    must("Logout".equals(text(claims, "typ")), "not a logout token");
    must(claims.getClaim("nonce") == null, "a nonce, as only ID tokens have");
    must(
        claims.getClaim("events") instanceof Map<?, ?> events
            && events.get(LOGOUT_EVENT) instanceof Map<?, ?>,
        "events");
    Optional<String> sid = Optional.ofNullable(text(claims, "sid"));
    Optional<String> sub = Optional.ofNullable(text(claims, "sub"));
    must(sid.isPresent() || sub.isPresent(), "neither sid nor sub");
    return new LogoutToken(issuer, sid, sub, present(claims, "jti"));
  }

  private Future<JWTClaimsSet> claims(String token, Set<String> types) {
    try {
      must(token.length() <= LONGEST, "length");
      SignedJWT jwt = SignedJWT.parse(token);
      String kid = header(jwt.getHeader(), types);
      return keys.apply(kid)
          .map(
              key -> {
                must(key.isPresent() && isSigned(jwt, key.get()), "signature");
                return common(jwt);
              });
    } catch (ParseException notOne) {
      return Future.failedFuture(new Untrusted("no signed token"));
    } catch (Untrusted untrusted) {
      return Future.failedFuture(untrusted);
    }
  }

  /** Where a token says to find its own key is never looked at: those headers do not occur. */
  private static String header(JWSHeader header, Set<String> types) {
    must(ALGORITHMS.contains(header.getAlgorithm()), "algorithm");
    must(
        header.getType() != null
            && types.contains(header.getType().getType().toUpperCase(Locale.ROOT)),
        "type");
    must(
        header.getJWK() == null
            && header.getJWKURL() == null
            && header.getX509CertURL() == null
            && header.getX509CertChain() == null
            && header.getCriticalParams() == null,
        "a header that brings a key");
    must(header.getKeyID() != null, "no kid");
    return header.getKeyID();
  }

  private static boolean isSigned(SignedJWT jwt, JWK key) {
    try {
      return (key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse()))
          && (key.getAlgorithm() == null
              || key.getAlgorithm().equals(jwt.getHeader().getAlgorithm()))
          && jwt.verify(verifier(key));
    } catch (JOSEException doesNotFit) {
      return false;
    }
  }

  private static JWSVerifier verifier(JWK key) throws JOSEException {
    return switch (key) {
      case RSAKey rsa -> new RSASSAVerifier(rsa.toRSAPublicKey());
      case ECKey ec -> new ECDSAVerifier(ec.toECPublicKey());
      default -> throw new JOSEException("a kind of key that signs no token of ours");
    };
  }

  private JWTClaimsSet common(SignedJWT jwt) {
    try {
      JWTClaimsSet claims = jwt.getJWTClaimsSet();
      Instant now = clock.instant();
      must(issuer.equals(claims.getIssuer()), "issuer");
      must(List.of(client).equals(claims.getAudience()), "audience");
      must(at(claims.getExpirationTime(), "exp").plus(SKEW).isAfter(now), "expired");
      must(!at(claims.getIssueTime(), "iat").minus(SKEW).isAfter(now), "from the future");
      must(
          claims.getNotBeforeTime() == null
              || !claims.getNotBeforeTime().toInstant().minus(SKEW).isAfter(now),
          "not yet");
      return claims;
    } catch (ParseException notClaims) {
      throw new Untrusted("claims");
    }
  }

  private static Set<Role> roles(JWTClaimsSet claims) {
    return claims.getClaim("roles") instanceof List<?> roles
        ? roles.stream()
            .flatMap(role -> Role.of(String.valueOf(role)).stream())
            .collect(Collectors.toUnmodifiableSet())
        : Set.of();
  }

  private static Instant time(JWTClaimsSet claims, String name) {
    must(claims.getClaim(name) instanceof Number, name);
    return Instant.ofEpochSecond(((Number) claims.getClaim(name)).longValue());
  }

  private static Instant at(@Nullable Date time, String name) {
    if (time == null) {
      throw new Untrusted("no " + name);
    }
    return time.toInstant();
  }

  private static @Nullable String text(JWTClaimsSet claims, String name) {
    return claims.getClaim(name) instanceof String text ? text : null;
  }

  private static String present(JWTClaimsSet claims, String name) {
    String text = text(claims, name);
    if (text == null || text.isBlank()) {
      throw new Untrusted("no " + name);
    }
    return text;
  }

  private static String firstWord(String name) {
    return name.isBlank() ? "–" : name.strip().replaceFirst("\\s.*", "");
  }

  private static void must(boolean holds, String otherwise) {
    if (!holds) {
      throw new Untrusted(otherwise);
    }
  }
}
