/// The configuration that `gmsctl demo` applies: a small company with offices on both coasts.
enum SmallCompany {
  /// In GMS's options text, as an administrator would keep it in a file.
  static let configuration = """
    # A small company: two offices that share the federal holidays, a help desk that calls back.

    [service.Federal-Holidays]
    _type = builtin
    _service = office-hours
    _holiday1 = 01-01
    _holiday2 = 07-04
    _holiday3 = 11-11
    _holiday4 = 2025-11-27
    _holiday5 = 12-25

    [service.New-York]
    _type = builtin
    _service = office-hours
    _timezone = America/New_York
    _bh_regular1 = Mon-Fri 09:00-17:30
    _import_rules1 = Federal-Holidays

    [service.San-Francisco]
    _type = builtin
    _service = office-hours
    _timezone = America/Los_Angeles
    _bh_regular1 = Mon-Fri 08:00-17:00
    _import_rules1 = Federal-Holidays

    [service.All-Offices]
    _type = builtin
    _service = office-hours
    _timezone = America/New_York
    _import_schedules1 = New-York
    _import_schedules2 = San-Francisco

    [service.Agents]
    _type = builtin
    _service = capacity
    _timezone = America/New_York
    _capacity_1 = {"1":{"0900":1,"1000":2,"1100":2,"1300":2,"1400":2,"1500":2,"1600":1}}
    _capacity_2 = {"2":{"0900":1,"1000":2,"1100":2,"1300":2,"1400":2,"1500":2,"1600":1}}
    _capacity_3 = {"3":{"0900":1,"1000":2,"1100":2,"1300":2,"1400":2,"1500":2,"1600":1}}
    _capacity_4 = {"4":{"0900":1,"1000":2,"1100":2,"1300":2,"1400":2,"1500":2,"1600":1}}
    _capacity_5 = {"5":{"0900":1,"1000":2,"1100":2}}
    _capacity_add_20251224 = {"20251224":{"0900":1}}

    [service.help-desk]
    _type = ors
    _service = callback
    _call_direction = USERTERMINATED
    _media_type = voice
    _wait_for_agent = true
    _wait_for_user_confirm = false
    _business_hours_service = New-York
    _capacity_service = Agents
    _request_time_bucket = 30
    _customer_lookup_keys = _customer_number,topic
    _target = HelpDesk@StatServer.GA
    _urs_virtual_queue = HelpDeskQueue

    [resource.DNIS]
    strategy = local
    booking_expiration_timeout = 30
    numbers = 6504663204,6504663205,6504663206

    """
}
