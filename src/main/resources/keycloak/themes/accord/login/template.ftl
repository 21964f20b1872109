<#-- The frame of every page: the tool's name, help and the way out on top, one thing to do below. -->
<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false>
<!DOCTYPE html>
<html lang="${lang}"<#if realm.internationalizationEnabled> dir="${(locale.rtl)?then('rtl','ltr')}"</#if>>
<head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
    <meta name="robots" content="noindex, nofollow">
    <meta name="color-scheme" content="light dark">
    <title>Accord</title>
    <link rel="icon" href="${url.resourcesPath}/img/icon.svg" type="image/svg+xml">
    <#list properties.styles?split(' ') as style>
        <link href="${url.resourcesPath}/${style}" rel="stylesheet">
    </#list>
    <script type="importmap">
        { "imports": { "rfc4648": "${url.resourcesCommonPath}/vendor/rfc4648/rfc4648.js" } }
    </script>
    <script src="${url.resourcesPath}/js/exit.js" defer></script>
    <#if scripts??>
        <#list scripts as script>
            <script src="${script}"></script>
        </#list>
    </#if>
    <#if authenticationSession??>
        <script type="module">
            <#outputformat "JavaScript">
            import { checkAuthSession } from ${(url.resourcesPath + "/js/authChecker.js")?c};
            checkAuthSession(${authenticationSession.authSessionIdHash?c});
            </#outputformat>
        </script>
    </#if>
</head>
<body data-page-id="login-${pageId}">
<a class="skip" href="#kc-content">${msg("accordSkip")}</a>
<div class="login">
    <main class="login__form">
        <header class="login__top">
            <span class="logo"><svg viewBox="3 2.5 30 21" aria-hidden="true"><path class="arc-1" d="M5.5 17.5A9 9 0 1 1 22.3 13.2"/><path class="arc-2" d="M30.5 8.5A9 9 0 1 1 13.7 12.8"/></svg>Accord</span>
            <#if properties.accordUrl?has_content>
                <a class="btn btn--quiet btn--icon" href="${properties.accordUrl}/help" aria-label="${msg("accordHelp")}"><svg class="i" viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="8.5"/><path d="M9.6 9.6a2.5 2.5 0 1 1 3.6 2.4c-.8.4-1.2.9-1.2 1.9M12 16.8h.01"/></svg></a>
                <a class="btn btn--secondary btn--compact" id="quick-exit" href="${properties.accordUrl}/away.html" aria-label="${msg("accordExitLong")}"><svg class="i" viewBox="0 0 24 24" aria-hidden="true"><path d="M14 4.5h5.5V10M19.2 4.8l-8.4 8.4M17.5 14v4a1.5 1.5 0 0 1-1.5 1.5H6A1.5 1.5 0 0 1 4.5 18V8A1.5 1.5 0 0 1 6 6.5h4"/></svg>${msg("accordExit")}</a>
            </#if>
        </header>
        <div id="kc-content">
            <h1 id="kc-page-title"><#nested "header"></h1>
            <#if auth?has_content && auth.showUsername() && !auth.showResetCredentials()>
                <#nested "show-username">
                <p class="attempted"><span id="kc-attempted-username">${auth.attemptedUsername}</span> <a id="reset-login" href="${url.loginRestartFlowUrl}">${msg("accordSomebodyElse")}</a></p>
            </#if>
            <#if displayMessage && message?has_content && (message.type != 'warning' || !isAppInitiatedAction??)>
                <p class="notice notice--${message.type}" role="<#if message.type = 'error'>alert<#else>status</#if>"><svg class="i" viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="8.5"/><path d="M12 11.3v4.7M12 8h.01"/></svg><span>${kcSanitize(message.summary)?no_esc}</span></p>
            </#if>
            <#nested "form">
            <#if auth?has_content && auth.showTryAnotherWayLink()>
                <form id="kc-select-try-another-way-form" action="${url.loginAction}" method="post">
                    <input type="hidden" name="tryAnotherWay" value="on">
                    <button class="btn btn--link" type="submit">${msg("doTryAnotherWay")}</button>
                </form>
            </#if>
            <#nested "socialProviders">
            <#if displayInfo>
                <div id="kc-info" class="meta"><#nested "info"></div>
            </#if>
        </div>
        <footer class="login__foot meta">
            <#if realm.internationalizationEnabled && locale.supported?size gt 1>
                <nav aria-label="${msg("languages")}"><#list locale.supported as l><a href="${l.url}" lang="${l.languageTag}">${l.label}</a></#list></nav>
            </#if>
        </footer>
    </main>
    <div class="login__art" aria-hidden="true"><svg viewBox="3 2.5 30 21"><path class="arc-1" d="M6.21 17.50A9 9 0 1 1 22.86 14.56"/><path class="arc-2" d="M29.79 8.50A9 9 0 1 1 13.14 11.44"/><path class="arc-1" d="M7.33 16.85A7.7 7.7 0 1 1 21.58 14.34"/><path class="arc-2" d="M28.67 9.15A7.7 7.7 0 1 1 14.42 11.66"/><path class="arc-1" d="M8.46 16.20A6.4 6.4 0 1 1 20.30 14.11"/><path class="arc-2" d="M27.54 9.80A6.4 6.4 0 1 1 15.70 11.89"/><path class="arc-1" d="M9.58 15.55A5.1 5.1 0 1 1 19.02 13.89"/><path class="arc-2" d="M26.42 10.45A5.1 5.1 0 1 1 16.98 12.11"/></svg></div>
</div>
</body>
</html>
</#macro>
