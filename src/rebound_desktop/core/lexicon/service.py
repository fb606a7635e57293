"""Words of work with customers and guests: shops, food, hotels, calls, selling, cleaning.

The form of the text is described in `rebound_desktop.core.lexicon`.
"""

TEXT = """
@retail | customerservice 0.6, sales 0.5, hospitality 0.5, logistics 0.3, beauty 0.3
shop: retail, shop, ~store, supermarket, grocery, department store, shop floor, sales floor, sales
  assistant, sales associate, store manager, shop assistant, boutique, ~outlet, high street, mall,
  ~branch, shopper, retail assistant, showroom, fashion, clothing, clothes, ~aisle, shoe, ~sizes,
  mannequin, black friday, christmas rush, gift wrap, returns desk, retail store, in store, the
  store, clothing store, shoe store, bookshop, bookstore, pharmacy shop, hardware store, phone
  shop, corner shop, bakery counter, retail job, retail manager, salesman, saleswoman, store
  colleague
till: ~till, cash register, cashier, cash handling, checkout, cash up, ~receipt, ~refund, ~change,
  point of sale, ~cash, card machine, ~coupon, ~float, ~scan, ~price, ~bag, coupons, ~expired,
  ~lane, cash drawer, price check, bagging, self checkout, exact change, counterfeit, the till,
  tills, ~receipts, ~line of people
stock: ~stock, restock, replenish*, shelf, shelves, inventory, stock take, stocktake, stockroom,
  out of stock, ~delivery, ~display, merchandising, visual merchandis*, planogram, ~label, expiry,
  shrinkage, ~order, ~shelf stacking, night fill, price label, sell by, stock room, stock count
shop-theft: shoplift*, theft, steal, stole, loss prevention, till difference, ~missing money,
  ~suspicious
shop-advice: product knowledge, advise customer, fitting room, ~recommend, ~upsell, loyalty card,
  ~promotion, find the right, ~gift, add on, cross sell, ~return, ~exchange

@hospitality | retail 0.5, customerservice 0.5, cleaning 0.4, events 0.45, reception 0.4, travel
  0.4
kitchen: kitchen, chef, cook, cooking, sous chef, line cook, food preparation, ~prep, ~menu,
  recipe, ~dish, catering, bakery, baker, grill, ~oven, commis, food safety, food hygiene, haccp,
  ~portion, ingredient, ~fryer, dishwasher, dish machine, pastry, canteen, cafeteria, dining hall,
  fridge, freezer, ~specials, stove, sauce, ~knife, cutting board, dough, soup, salad, steak,
  plating, mise en place, fry, walk in fridge, food cost, head chef, kitchen porter, line cooks,
  cakes, bread, meal prep, dish pit, cooked
serving: waiter, waitress, waiting tables, ~server, restaurant, diner, dining, table service,
  ~table, ~tray, front of house, bar, bartender, barista, ~coffee, coffee shop, cafe, pub, fast
  food, drive thru, ~drinks, ~plate, ~host, ~tip, ~glass, crew member, mcdonald*, team member,
  food service, takeaway, pizza, burger, sandwich, ~order, espresso, cold brew, tea, ~cup,
  dessert, wine, beer, bar tab, cocktail, bartending, cutlery, ~bill, ~drink, ~meal, tables,
  section of tables, dinner service, lunch service, order taker, food runner, hostess, ~dish,
  glasses, bowls
hotel: hotel, guest, ~room, housekeeping, check in, check-in, concierge, front desk, night
  auditor, resort, ~booking, ~reservation, lodging, hostel, bellboy, overbooked, ~suite, spa,
  guest satisfaction, guest experience, linen, sheets, minibar, key card, bellhop, lost property,
  hotel room, ~bed, night porter, room service, overbooking, breakfast room, room rate
food-allergy: allergy, allergic, allergen, gluten, ~nut, vegan, dietary, food poison*
busy-service: rush hour, busy shift, dinner rush, lunch rush, ~rush, short staffed, ~understaffed,
  fully booked, peak time, ~queue, busy night, saturday night, long line, ~shift, ~cover, big
  party of, walk out, long wait, table of, ~busy

@cleaning | hospitality 0.4, facilities 0.5, care 0.2
cleaning-work: ~clean, ~cleaner, ~cleaning, janitor, custodian, mop, vacuum, ~dust, sanit*,
  disinfect*, ~wipe, ~spill, laundry, linen, bed making, housekeeper, hygiene, cleanliness,
  spotless, stain, ~floor, ~toilet, ~waste, ~tidy, cleaning product, deep clean, coshh, mop
  bucket, ~smell, bleach, bins, trash, ~windows, carpets, vacuuming, office cleaning, clean the,
  cleaning team, cleaning staff, ~dirty, mess

@customerservice | retail 0.6, sales 0.4, reception 0.6, hospitality 0.5, itsupport 0.4, insurance
  0.35, office 0.35
calls: call center, call centre, contact center, inbound, outbound, ~phone, ~telephone, caller,
  ~call, on the line, customer service representative, customer service advisor, ~agent, live
  chat, hotline, headset, call handling, average handle time, call volume, switchboard, ~hold,
  dispatcher, csr, transferred, ~on hold, hold music, handle time, call back, hung up, phone line,
  phone company, call queue, ~phone call, customer call, calls a day, telephone operator, phones
  rang, answered the phone
customer-care: customer service, customer care, customer support, customer experience, customer
  satisfaction, ~customer, ~client, ~consumer, ~shopper, ~guest, customer success, customer focus,
  ~helpful, client relation*, customer relation*, satisfied customer, happy customer, loyal, csat,
  net promoter, ~patron, ~visitor, loyal customer, regular customer, angry client, customer needs,
  client meeting, ~regular, customer feedback, customer complaint, bad review, ~happy, customer
  query
complaint: complaint, complain, angry customer, upset customer, ~unhappy, irate, dissatisfied,
  difficult customer, ~rude, ~shout, ~yell, ~apologize, ~apologise, ~apology, ~compensation,
  de-escalat*, calm down, ~refund, escalated call, frustrated customer, ~frustrated, ~furious,
  ~angry, ~upset, ~aggressive, difficult people, ~demanding, swear, challenging customer,
  ~annoyed, ~voucher, make it right, furious customer, ~screaming, manager please, asked for the
  manager, ~compensate, complaints, ~cold food, bad experience, ~complained about
accounts-queries: customer account, ~query, ~inquiry, ~enquiry, ~billing, order status, customer
  record, ~crm, ~invoice, ~subscription, ~cancel, ~cancellation, ~retention, ~contract, ~warranty,
  ~returns

@sales | marketing 0.5, retail 0.5, customerservice 0.4, property 0.35, insurance 0.35
selling: sales, sell, salesperson, sales representative, sales executive, sales manager, ~pitch,
  close the deal, ~deal, b2b, business development, account executive, field sales, inside sales,
  telesales, sales rep, ~upsell*, ~revenue, salesforce, price too high, ~objection, signed the
  contract, ~discount, closing rate, test drive, trade in, sales team, sales call, sales pitch,
  ~buyer, ~commission, first sale, biggest sale, sales meeting, sales floor, made the sale, sell
  more, car sales, sales department
leads: lead generation, cold call, ~prospect, ~prospecting, ~lead, sales pipeline, ~pipeline, new
  business, ~outreach, ~conversion, ~qualify, ~demo, ~appointment, territory, cold email, door to
  door, ~referral, new client, win new, prospects, ~knocked on doors, ~dial, call list, sales
  calls, new customers, won the client
sales-targets: sales target, quota, ~target, ~commission, exceed target, hit target, beat target,
  ~monthly goal, ~kpi, best seller, top performer, sales figure, ~percent over, sales goal
accounts: account manager, key account, account management, client relationship, ~renewal,
  ~client, churn, contract negotiation, ~proposal, tender, bid, ~quote, customer base, ~portfolio,
  relationship building, ~partner, ~rapport

@marketing | sales 0.5, communications 0.6, design 0.4, events 0.3, fundraising 0.3
campaigns: marketing, campaign, advertising, advert, ~brand, ~branding, ~promotion, market
  research, brand awareness, marketing manager, ~audience, ~launch, marketing plan, media buying,
  ~agency, advertis*, marketing strategy, ~leaflet, marketing team, marketing campaign, ~flyer,
  leaflets, ~slogan, product launch campaign, ~billboard, radio ad, marketing budget, marketing
  department
digital-marketing: seo, google ads, ppc, social media, facebook, instagram, tiktok, linkedin,
  content marketing, email marketing, newsletter, mailchimp, web traffic, ~click, ~conversion
  rate, google analytics, ~influencer, ~followers, hubspot, landing page, ~post, digital
  marketing, ~open rate, hashtag, ~engagement, sign ups, ~ad, ads, cost per lead, ~likes, viral,
  video views, ~subscribers, content calendar, email list, subject line, click through, ~reach,
  open rates, social channels, youtube, twitter, blog post, ~mailing

@communications | marketing 0.6, publicservice 0.3, arts 0.3, fundraising 0.3, legal 0.1
writing-work: copywriter, copywriting, ~editor, ~editing, journalist, journalism, ~article,
  ~write, proofread*, blog, ~publish*, newspaper, magazine, reporter, content creator, ~story,
  ~headline, ~content, editorial, ~deadline, technical writer, newsroom, ~source, byline, scoop,
  ~column, interviewee, ~draft, word count, deadline for print, ~print, editor in chief, ~quote,
  press photo, copy editor, ~chapter
public-relations: public relations, press release, ~press, media relations, ~media, spokesperson,
  press officer, crisis communication, communications officer, internal communications, corporate
  communications, intranet, ~speech, ~statement, ~reputation
translating: translat*, interpret*, interpreter, bilingual, multilingual, ~language, subtitle,
  ~fluent, mother tongue, interpreters, ~booth, glossary, source text, simultaneous, translator,
  mistranslat*

@reception | office 0.7, customerservice 0.6, hospitality 0.4, beauty 0.35, healthcare 0.2
front-desk: receptionist, reception, front desk, ~greet, ~visitor, ~welcome, sign in, waiting
  room, ~lobby, switchboard, front office, ~desk, walk in, first point of contact, ~guest, answer
  phone, incoming call, ~badge, courier, at the desk, check in desk, sign in sheet, visitors book,
  reception desk, reception area, ~greeting, switchboard calls
appointments: appointment, ~booking, ~schedule, double booked, ~calendar, ~diary, ~reschedule, no
  show, ~cancel, ~slot, appointments, booking system, fully booked, ~double booking, walk ins

@beauty | retail 0.3, reception 0.35, fitness 0.3, hospitality 0.25
salon: salon, hairdresser, hair stylist, ~hair, barber, ~nail, beautician, beauty, makeup,
  cosmetics, massage, spa, facial, ~wax, stylist, ~colour, skincare, tattoo, esthetician,
  manicure, dye, haircut, blow dry, scissors, lashes, beauty salon, hair salon, hair colour, nail
  bar, barbershop, ~fringe

@fitness | beauty 0.3, education 0.25, healthcare 0.2
sport: gym, fitness, personal trainer, ~sport, ~coach, athlete, swimming, lifeguard, yoga,
  workout, exercise class, football, training session, leisure centre, ~club, ~team sport, ~pool,
  tournament, ~deep end, whistle, swimmer, swim, referee, ~race, league, squat, ~match, team
  captain, physical education, pe lesson, dive, stretching, personal best, cricket, basketball,
  tennis, rugby, ~injury

@travel | hospitality 0.4, customerservice 0.35, reception 0.25, office 0.2
trips: ~travel, flight, airline, airport, cabin crew, flight attendant, passenger, tour guide,
  tourism, itinerary, ~visa, travel agent, ~trip, cruise, ~boarding, luggage, ~ticket, ~pilot,
  aviation, hotel booking, book flight, tourist, train station, turbulence, cabin, gate agent,
  ~delay, coach tour, flight cancelled, missed flight, train ticket, airports, tour group, airline
  desk, traveller, traveler, flights, holiday maker

@events | marketing 0.3, hospitality 0.45, office 0.3, fundraising 0.35, arts 0.3
event-work: ~event, event planning, event manager, ~conference, wedding, venue, exhibition, trade
  show, festival, ~guest list, ~party, banquet, ~catering, ~speaker, attendee, organise event,
  ~ceremony, ~stage, webinar, ~fair, ~open day, dj, ~band, bride, groom, marquee, ~speeches,
  seating plan, sound check, registration desk, keynote, ~stall, event day, ~tickets, organising
  committee, ball, prom, birthday party, hackathon, meetup, charity event, event team, event
  manag*

@property | sales 0.35, facilities 0.4, legal 0.2, construction 0.3, office 0.2
housing: ~property, real estate, estate agent, ~letting, landlord, ~tenant, lease, ~rent, housing
  officer, property manager, ~viewing, mortgage, realtor, apartment, ~building, housing
  association, ~house, homebuyer, ~repair request, damp, ~buyers, ~sellers, letting agent, rent
  arrears, eviction, arrears, tenants, house price, ~keys, ~flat, open house, ~landlords, home
  buyer, property viewing, lettings
"""
