/**
 * English. Verified: Amazon's help pages G60961, G202140170, 201843810 and 202138790, and course pages
 * that show the form; of the budget, its announcement. Unverified: likely rewordings.
 */
export const en = `
!buyer purchases|customer buys|buyer buys|customer purchases|shopper buys|minimum purchase|purchase requirement|qualifying purchase
!purchased items|!purchased item|product selection|products purchased
!buyer gets|customer gets|buyer receives|customer receives|shopper gets
!applies to|discount applies to
!start date|starts on|starting date|start|starts|begins|begins on|start date and time|start date/time|promotion start date|promotion starts
!end date|ends on|ending date|end|ends|finishes|end date and time|end date/time|promotion end date|promotion ends|expires|expires on|expiration date|expiry date
!internal description|internal name|internal note|internal title
!tracking id|tracking code|tracking identifier|promotion tracking id|tracking name
!claim code|claim code type|type of claim code|claim code requirement|claim code setting|claim codes|code type|promo code|promotion code|require a claim code|require claim code|requires a claim code|use a claim code
!one redemption per customer|one redemption per buyer|one redemption per shopper|one per customer|one use per customer|limit one redemption per customer|limit to one redemption per customer|limit one per customer|limit 1 per customer|limit to one per customer|limit redemptions to one per customer|limit to 1 redemption per customer|only one redemption per customer|allow one redemption per customer|allow only one redemption per customer|restrict to one redemption per customer
!claim code combinability|combinability|code combinability|claim code combination|promotion combinability|combining claim codes
!detail page display text|product detail page display text|show detail page display text|show on product detail page|show on the product detail page|show on detail page|show on the detail page|display on product detail page|display on the product detail page|display on detail page|display on the detail page|show promotion on product detail page|show promotion on the product detail page|show this promotion on the product detail page|show text on product detail page|show text on the product detail page|show this promotion on the detail page|show promotion on the detail page|show text on the detail page|display this promotion on the product detail page|display this promotion on the detail page|display text on the product detail page
!budget|promotion budget|total budget|budget limit|campaign budget
!add tier|add another tier|add a tier|add new tier
!remove tier|remove this tier|delete tier

!single-use|!single use|!single-use claim code|one-time use|one-time-use|single-use code|single-use codes|single-use claim codes|single use claim code|single use claim codes|single use codes|one-time|one-time codes
!group|group code|group codes|group claim code|group claim codes|multi-use|multi-use code|multiple use|multiple-use
!none|no claim code|no claim code needed|no code|no code needed
!preferential
!unrestricted
!exclusive
!at least this quantity of items|at least this quantity|at least this number of items|minimum quantity|minimum quantity of items|quantity of items|at least this many items
!at least amount|at least this amount
!for every quantity of items purchased|for every quantity of items
!percent off|!percentage off|percent discount|percentage discount|% off|percentage|percent
!amount off|money off
!fixed price for all items
!free items|free item|free shipping
!additional item|!qualifying item|additional items|qualifying items
!select one|!select another|select a time|select time|choose a time|choose|!create a new product selection|select|choose one|please select|select a product selection|select product selection|select a product list|-|--|none
!entire catalog|entire catalogue|the entire catalog|the entire catalogue|your entire catalog|my entire catalog|whole catalog|whole catalogue|the whole catalog|the whole catalogue|full catalog|all products|all your products|all my products|every product|every item|all items|all items in your catalog|all items in my catalog|all products in your catalog|everything

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
!manage claim codes
!number of orders|orders|budget in orders|maximum number of orders
!total amount|amount|budget amount|total spend|amount of money
cancel|back|go back|previous|go back to edit|back to edit
!pending|scheduled|upcoming
!active|running|live
!expired|!ended|finished|completed
!canceled|!cancelled`;
