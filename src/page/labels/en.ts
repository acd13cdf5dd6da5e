/**
 * English. Verified: Amazon's help pages G60961, G202140170, 201843810 and 202138790, and course pages
 * that show the form. Unverified: likely rewordings.
 */
export const en = `
!buyer purchases|customer buys|buyer buys
!purchased items|!purchased item|product selection|products purchased
!buyer gets|customer gets|buyer receives
!applies to|discount applies to
!start date|starts on|starting date
!end date|ends on|ending date
!internal description|internal name
!tracking id|tracking code|tracking identifier
!claim code|claim code type|promo code|promotion code
!one redemption per customer|one redemption per buyer|limit one redemption per customer
!claim code combinability|combinability|code combinability
!detail page display text|product detail page display text
!add tier|add another tier|add a tier
!remove tier

!single-use|!single use|!single-use claim code|one-time use|single-use code|one-time
!group|group code|group claim code|multi-use
!none|no claim code
!preferential
!unrestricted
!exclusive
!at least this quantity of items|at least this quantity
!at least amount|at least this amount
!for every quantity of items purchased|for every quantity of items
!percent off|!percentage off
!amount off|money off
!fixed price for all items
!free items|free item|free shipping
!additional item|!qualifying item|additional items|qualifying items
!select one|!select another|!create a new product selection|select|choose one|please select|select a product selection|select product selection|select a product list|-|--|none
!entire catalog|entire catalogue|the entire catalog|whole catalog|all products

!percentage off|!percent off
!social media promo code
!buy one get one

!review
!submit
!group name
!quantity
!create
!ready
!download
!status
!max order quantity|!maximum order quantity|max. order quantity
!tiers
!manage claim codes`;
