"""Words of work with customers and guests: shops, food, hotels, calls, selling, cleaning.

The form of the text is described in `rebound_desktop.core.lexicon`.
"""

TEXT = """
@retail | customerservice 0.6, sales 0.5, hospitality 0.5, logistics 0.3, beauty 0.3
shop: retail, shop, ~store, supermarket, grocery, department store, shop floor, sales floor, sales
  assistant, sales associate, store manager, shop assistant, boutique, ~outlet, high street, mall,
  ~branch, shopper, retail assistant, showroom, fashion, clothing, clothes, ~aisle, shoe
till: ~till, cash register, cashier, cash handling, checkout, cash up, ~receipt, ~refund, ~change,
  point of sale, ~cash, card machine, ~coupon, ~float, ~scan, ~price, ~bag
stock: ~stock, restock, replenish*, shelf, shelves, inventory, stock take, stocktake, stockroom,
  out of stock, ~delivery, ~display, merchandising, visual merchandis*, planogram, ~label, expiry,
  shrinkage, ~order
shop-theft: shoplift*, theft, steal, stole, loss prevention, till difference, ~missing money,
  ~suspicious
shop-advice: product knowledge, advise customer, fitting room, ~recommend, ~upsell, loyalty card,
  ~promotion, find the right, ~gift, add on, cross sell, ~return, ~exchange

@hospitality | retail 0.5, customerservice 0.5, cleaning 0.4, events 0.45, reception 0.4, travel
  0.4
kitchen: kitchen, chef, cook, cooking, sous chef, line cook, food preparation, ~prep, ~menu,
  recipe, ~dish, catering, bakery, baker, grill, ~oven, commis, food safety, food hygiene, haccp,
  ~portion, ingredient, ~fryer, dishwasher, dish machine, pastry, canteen, cafeteria, dining hall
serving: waiter, waitress, waiting tables, ~server, restaurant, diner, dining, table service,
  ~table, ~tray, front of house, bar, bartender, barista, ~coffee, coffee shop, cafe, pub, fast
  food, drive thru, ~drinks, ~plate, ~host, ~tip, ~glass, crew member, mcdonald*, team member,
  food service, takeaway, pizza, burger, sandwich, ~order
hotel: hotel, guest, ~room, housekeeping, check in, check-in, concierge, front desk, night
  auditor, resort, ~booking, ~reservation, lodging, hostel, bellboy, overbooked, ~suite, spa,
  guest satisfaction, guest experience
food-allergy: allergy, allergic, allergen, gluten, ~nut, vegan, dietary, food poison*
busy-service: rush hour, busy shift, dinner rush, lunch rush, ~rush, short staffed, ~understaffed,
  fully booked, peak time, ~queue, busy night, saturday night, long line, ~shift, ~cover

@cleaning | hospitality 0.4, facilities 0.5, care 0.2
cleaning-work: ~clean, ~cleaner, ~cleaning, janitor, custodian, mop, vacuum, ~dust, sanit*,
  disinfect*, ~wipe, ~spill, laundry, linen, bed making, housekeeper, hygiene, cleanliness,
  spotless, stain, ~floor, ~toilet, ~waste, ~tidy, cleaning product, deep clean, coshh

@customerservice | retail 0.6, sales 0.4, reception 0.6, hospitality 0.5, itsupport 0.4, insurance
  0.35, office 0.35
calls: call center, call centre, contact center, inbound, outbound, ~phone, ~telephone, caller,
  ~call, on the line, customer service representative, customer service advisor, ~agent, live
  chat, hotline, headset, call handling, average handle time, call volume, switchboard, ~hold,
  dispatcher, csr
customer-care: customer service, customer care, customer support, customer experience, customer
  satisfaction, ~customer, ~client, ~consumer, ~shopper, ~guest, customer success, customer focus,
  ~helpful, client relation*, customer relation*, satisfied customer, happy customer, loyal, csat,
  net promoter, ~patron, ~visitor
complaint: complaint, complain, angry customer, upset customer, ~unhappy, irate, dissatisfied,
  difficult customer, ~rude, ~shout, ~yell, ~apologize, ~apologise, ~apology, ~compensation,
  de-escalat*, calm down, ~refund, escalated call, frustrated customer, ~frustrated, ~furious,
  ~angry, ~upset, ~aggressive, difficult people, ~demanding, swear, challenging customer,
  ~annoyed, ~voucher, make it right
accounts-queries: customer account, ~query, ~inquiry, ~enquiry, ~billing, order status, customer
  record, ~crm, ~invoice, ~subscription, ~cancel, ~cancellation, ~retention, ~contract, ~warranty,
  ~returns

@sales | marketing 0.5, retail 0.5, customerservice 0.4, property 0.35, insurance 0.35
selling: sales, sell, salesperson, sales representative, sales executive, sales manager, ~pitch,
  close the deal, ~deal, b2b, business development, account executive, field sales, inside sales,
  telesales, sales rep, ~upsell*, ~revenue, salesforce
leads: lead generation, cold call, ~prospect, ~prospecting, ~lead, sales pipeline, ~pipeline, new
  business, ~outreach, ~conversion, ~qualify, ~demo, ~appointment, territory, cold email, door to
  door, ~referral, new client, win new
sales-targets: sales target, quota, ~target, ~commission, exceed target, hit target, beat target,
  ~monthly goal, ~kpi, best seller, top performer, sales figure, ~percent over, sales goal
accounts: account manager, key account, account management, client relationship, ~renewal,
  ~client, churn, contract negotiation, ~proposal, tender, bid, ~quote, customer base, ~portfolio,
  relationship building, ~partner, ~rapport

@marketing | sales 0.5, communications 0.6, design 0.4, events 0.3, fundraising 0.3
campaigns: marketing, campaign, advertising, advert, ~brand, ~branding, ~promotion, market
  research, brand awareness, marketing manager, ~audience, ~launch, marketing plan, media buying,
  ~agency, advertis*, marketing strategy, ~leaflet
digital-marketing: seo, google ads, ppc, social media, facebook, instagram, tiktok, linkedin,
  content marketing, email marketing, newsletter, mailchimp, web traffic, ~click, ~conversion
  rate, google analytics, ~influencer, ~followers, hubspot, landing page, ~post, digital
  marketing, ~open rate, hashtag, ~engagement

@communications | marketing 0.6, publicservice 0.3, arts 0.3, fundraising 0.3, legal 0.1
writing-work: copywriter, copywriting, ~editor, ~editing, journalist, journalism, ~article,
  ~write, proofread*, blog, ~publish*, newspaper, magazine, reporter, content creator, ~story,
  ~headline, ~content, editorial, ~deadline, technical writer
public-relations: public relations, press release, ~press, media relations, ~media, spokesperson,
  press officer, crisis communication, communications officer, internal communications, corporate
  communications, intranet, ~speech, ~statement, ~reputation
translating: translat*, interpret*, interpreter, bilingual, multilingual, ~language, subtitle,
  ~fluent, mother tongue

@reception | office 0.7, customerservice 0.6, hospitality 0.4, beauty 0.35, healthcare 0.2
front-desk: receptionist, reception, front desk, ~greet, ~visitor, ~welcome, sign in, waiting
  room, ~lobby, switchboard, front office, ~desk, walk in, first point of contact, ~guest, answer
  phone, incoming call, ~badge, courier
appointments: appointment, ~booking, ~schedule, double booked, ~calendar, ~diary, ~reschedule, no
  show, ~cancel, ~slot

@beauty | retail 0.3, reception 0.35, fitness 0.3, hospitality 0.25
salon: salon, hairdresser, hair stylist, ~hair, barber, ~nail, beautician, beauty, makeup,
  cosmetics, massage, spa, facial, ~wax, stylist, ~colour, skincare, tattoo, esthetician, manicure

@fitness | beauty 0.3, education 0.25, healthcare 0.2
sport: gym, fitness, personal trainer, ~sport, ~coach, athlete, swimming, lifeguard, yoga,
  workout, exercise class, football, training session, leisure centre, ~club, ~team sport, ~pool,
  tournament

@travel | hospitality 0.4, customerservice 0.35, reception 0.25, office 0.2
trips: ~travel, flight, airline, airport, cabin crew, flight attendant, passenger, tour guide,
  tourism, itinerary, ~visa, travel agent, ~trip, cruise, ~boarding, luggage, ~ticket, ~pilot,
  aviation, hotel booking, book flight, tourist, train station

@events | marketing 0.3, hospitality 0.45, office 0.3, fundraising 0.35, arts 0.3
event-work: ~event, event planning, event manager, ~conference, wedding, venue, exhibition, trade
  show, festival, ~guest list, ~party, banquet, ~catering, ~speaker, attendee, organise event,
  ~ceremony, ~stage, webinar, ~fair, ~open day

@property | sales 0.35, facilities 0.4, legal 0.2, construction 0.3, office 0.2
housing: ~property, real estate, estate agent, ~letting, landlord, ~tenant, lease, ~rent, housing
  officer, property manager, ~viewing, mortgage, realtor, apartment, ~building, housing
  association, ~house, homebuyer, ~repair request
"""
