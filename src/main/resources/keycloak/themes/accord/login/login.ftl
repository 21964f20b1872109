<#import "template.ftl" as layout>
<#import "passkeys.ftl" as passkeys>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('username','password'); section>
    <#if section = "header">
        ${msg("loginAccountTitle")}
    <#elseif section = "form">
        <#assign wrong = messagesPerField.existsError('username','password')>
        <#if realm.password>
            <form id="kc-form-login" class="stack" action="${url.loginAction}" method="post">
                <#if !usernameHidden??>
                    <div class="fieldset">
                        <label for="username"><#if !realm.loginWithEmailAllowed>${msg("username")}<#elseif !realm.registrationEmailAsUsername>${msg("usernameOrEmail")}<#else>${msg("email")}</#if></label>
                        <input class="field" id="username" name="username" value="${(login.username!'')}" type="text" inputmode="email" autocapitalize="none" spellcheck="false" autocomplete="${(enableWebAuthnConditionalUI?has_content)?then('username webauthn', 'username')}" dir="ltr" <#if !login.username?has_content>autofocus</#if>>
                    </div>
                </#if>
                <div class="fieldset">
                    <div class="row">
                        <label for="password">${msg("password")}</label>
                        <#if realm.resetPasswordAllowed><a class="forgot" href="${url.loginResetCredentialsUrl}">${msg("doForgotPassword")}</a></#if>
                    </div>
                    <div class="pw">
                        <input class="field" id="password" name="password" type="password" autocomplete="current-password" dir="ltr" <#if wrong>aria-invalid="true" aria-describedby="input-error"</#if> <#if login.username?has_content || usernameHidden??>autofocus</#if>>
                        <button class="btn btn--quiet btn--icon" type="button" aria-label="${msg("showPassword")}" aria-controls="password" data-password-toggle data-icon-show="eye" data-icon-hide="eye eye--off" data-label-show="${msg("showPassword")}" data-label-hide="${msg("hidePassword")}"><i class="eye" aria-hidden="true"></i></button>
                    </div>
                    <#if wrong>
                        <p class="ferror" id="input-error" role="alert"><svg class="i" viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="8.5"/><path d="M12 11.3v4.7M12 8h.01"/></svg><span>${kcSanitize(messagesPerField.getFirstError('username','password'))?no_esc}</span></p>
                    </#if>
                </div>
                <input type="hidden" name="credentialId" <#if auth.selectedCredential?has_content>value="${auth.selectedCredential}"</#if>>
                <button class="btn btn--primary btn--l btn--block" id="kc-login" name="login" type="submit">${msg("doLogIn")}</button>
            </form>
        </#if>
        <@passkeys.conditionalUIData />
        <#if !usernameHidden??><p class="meta">${msg("accordNewHere")}</p></#if>
        <script type="module" src="${url.resourcesPath}/js/passwordVisibility.js"></script>
    </#if>
</@layout.registrationLayout>
