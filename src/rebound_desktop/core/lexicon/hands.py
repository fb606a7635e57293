"""Words of work with hands, machines, goods, land and animals.

The form of the text is described in `rebound_desktop.core.lexicon`.
"""

TEXT = """
@logistics | driving 0.6, retail 0.3, manufacturing 0.45, office 0.1
warehouse: warehouse, picker, packer, picking, packing, pick and pack, forklift, pallet, loading
  bay, ~loading, goods in, goods out, order picking, ~scanner, parcel, distribution center,
  distribution centre, dispatch, ~shipment, ~shipping, ~rack, fulfilment, fulfillment, amazon
  warehouse, reach truck, cold store, ~box, ~dock, ~truck, wrong item, ~barcode, warehouse
  operative, stock control, cycle count, inventory control, packing slip, mis pick, order wave,
  loading dock, ~label, relabel, conveyor belt, ~shelf, ~crates, stockroom, ~stock, pack, picking
  error, wrong pallet, truckload, forklift driver
supply-chain: supply chain, logistics, freight, ~customs, ~import, ~export, ~carrier, transport
  plan, demand planning, lead time, inventory level, ~supplier, ~delay, container ship, incoterms,
  ~shipment, logistics coordinator, 3pl, transport manager, ~stock level, manifest, ~border,
  ~port, shipped, freight forwarder, container, delivery delay, ~truck, stockout, supply planner

@driving | logistics 0.6, travel 0.2, emergency 0.15
drive: driver, driving, ~drive, van, lorry, hgv, truck, cdl, ~route, delivery driver, bus driver,
  taxi, courier, ~delivery, ~vehicle, ~road, tachograph, ~traffic, ~mileage, train driver,
  chauffeur, ~drop, ~parcel, vehicle check, clean license, clean driving, gps, groceries, drops,
  ~parking, passengers, brakes, windshield, ~deliveries, depot, motorway, ~snow, delivery van,
  delivery round, bus, tram, the truck, ~car

@manufacturing | engineering 0.55, logistics 0.45, trades 0.45, construction 0.25
production-line: factory, manufacturing, production line, assembly line, ~assembly, machine
  operator, ~operator, ~line, ~machine, plant manager, production manager, production supervisor,
  ~shift, changeover, ~press, packaging line, conveyor, ~output, production target, ~mould,
  injection mold*, ~batch, food production, production operative, ~station, ~scrap, ~die, coolant,
  ~parts, ~jam, line stopped, ~downtime, shift output, machine stopped, crate, assembly worker,
  production shift, assembly team, plant floor, line supervisor, production plan
lean: ~lean, six sigma, kaizen, 5s, continuous improvement, ~waste, value stream, kanban board,
  standard work, oee, cycle time, ~bottleneck, takt, root cause, ~efficiency, ~process
  improvement, gemba, green belt
quality-control: quality control, quality inspector, quality assurance, ~inspection, ~defect, iso
  9001, ~spec, ~reject, ~measure, calibrat*, ~gauge, non conformance, ~tolerance, quality check,
  ~batch, traceab*, ~contaminat*, gmp, out of spec, ~samples, ~returned parts, ~test lab, quality
  engineer, quality team, scrap rate, ~complaint rate, customer returns
machining: cnc, machinist, lathe, milling, weld, welder, welding, fabricat*, sheet metal, grinder,
  tool maker, ~blueprint, ~metal, ~steel, brazing

@trades | construction 0.65, facilities 0.6, manufacturing 0.45, engineering 0.4
electrician: electrician, wiring, ~circuit, fuse, rewir*, ~cable, ~socket, electrical
  installation, consumer unit, ~voltage, apprentice, electrical fault, ~isolat*, breaker, fuse
  box, ~lights, tripping, cables, sockets, rewire, light switch, short circuit, live wire,
  electric*
plumbing: plumber, plumbing, ~pipe, boiler, heating, ~leak, gas engineer, hvac technician, hvac,
  ~drain, radiator, ~tap, water heater, air conditioning, refrigeration, sewer, ~valve, ~blocked,
  burst pipe, thermostat, ~pressure, pipes, toilet, bathroom, water tank, heat pump, gas leak
mechanic: mechanic, car repair, garage, automotive, ~engine, brake, vehicle technician,
  ~diagnostic, ~workshop, tyre, oil change, diesel, ~gearbox, bodywork, mot, ~car, motorcycle,
  ~truck, clutch, ~battery, gear, spark, exhaust, engine light, service bay, car mechanic, test
  drive
maintenance: maintenance, maintenance engineer, maintenance technician, ~repair, preventive
  maintenance, preventative maintenance, ~breakdown, broke down, ~fix, service engineer, spare
  part, ~machine, ~fault, ~motor, ~bearing, hydraulic*, pneumatic*, ~gearbox, field technician,
  equipment failure, work order, planned maintenance, ~tool, ~compressor, ~stopped, broken
  machine, ~engine, spare parts, fitter, ~valve, engineer on shift, plant engineer, ~overhaul,
  maintenance crew, ~pump, machinery, ~seized, fault finding

@construction | trades 0.65, engineering 0.4, property 0.3, facilities 0.35
building-site: construction, building site, site manager, builder, bricklayer, carpenter,
  carpentry, joiner, scaffold*, plaster*, roof, roofer, ~concrete, ~foundation, ~site,
  ~contractor, subcontractor, foreman, excavat*, crane, demolition, painter, decorator, tiler,
  ~brick, ~timber, renovat*, refurbish*, site supervisor, labourer, laborer, ~plot, cscs, toolbox
  talk, ~kitchen fitting, ~inspection, snag*, beams, ~crew, formwork, rebar, ~pour, bricks,
  mortar, trench, digger, blueprints, site office, hard hats, roofing, tiles, drywall, house
  build, building work, renovation, ~wall, construction crew

@facilities | trades 0.55, cleaning 0.5, property 0.45, guarding 0.35, office 0.25
facility: ~facilities, facilities manager, caretaker, building maintenance, ~building, handyman,
  groundskeep*, ~contractor, fire alarm, ~lift, elevator, ~heating, ~porter, school keeper,
  estates, ~light bulb, space planning, ~repair, janitorial, ~stuck, alarm panel, boiler room,
  office building, facilities team, cleaning contractor, ~door, site caretaker, building manager

@nature | trades 0.2, research 0.2
growing: farm, farmer, farming, agricultur*, crop, harvest, garden, gardener, gardening,
  landscap*, horticultur*, greenhouse, tractor, irrigation, plant nursery, ~tree, forestry, ~soil,
  ~seed, mower, lawn, park ranger, ranger, ~plants, vineyard, potato, ~field, blight, prune,
  hedge, weeds, weeding, compost, orchard, wheat, plough, sprayer, flower bed, ~season, fruit
  picking, allotment, fertilizer, lawnmower, florist, ~flowers
animals: animal, veterinar*, vet, ~dog, ~cat, horse, kennel, groom, livestock, cattle, dairy,
  ~pet, zoo, zookeeper, ~stable, animal shelter, vet nurse, ~breed, ~sheep, ~milk, wildlife,
  puppy, leash, paw, cage, aquarium, calf, foal, ~vaccinate, barking, rescue dog, hens, cow, cows,
  barn, pony, kitten, dog walking, dogs

@safetywork | construction 0.4, manufacturing 0.4, engineering 0.3, trades 0.3, logistics 0.3
health-safety: health and safety, risk assessment, ~accident, near miss, ppe, ~hazard, safety
  officer, hse, osha, nebosh, iosh, safe working, safety procedure, ~injury, first aid, fire
  drill, ~safety, lock out, lockout, safety training, hard hat, safety culture, incident report,
  ~slipped, fire extinguisher, ~helmet, safety glasses, safety meeting, ~gloves, chemical spill,
  ~evacuate, site safety, safety walk
"""
