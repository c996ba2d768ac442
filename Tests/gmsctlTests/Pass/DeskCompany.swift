/// The services of the desk, as options text: those that GMS's documents show, and a callback service.
enum DeskCompany {
  static let configuration = """
    [service.LoadBalancer-checker]
    _type=builtin
    _service=get
    custom_parameter_1=value1
    custom_parameter_2=value2

    [service.basic_get]
    _service=basic_get
    _type=builtin
    error_code=200 OK
    result=200

    [service.gone]
    _service=basic_get
    _type=builtin
    error_code=404 Not Found
    result=404

    [service.my-urs-stat]
    _caching_policy=30
    _service=urs-stat
    _type=builtin
    _urs_stat_url_parameters=name=MyCallbackVQ&tenant=Environment&aqt=urs
    _urs_url=http://urs-demo:2828/urs/call/max/lvq

    [service.request-chat]
    _type=builtin
    _service=request-chat

    [service.Office]
    _type=builtin
    _service=office-hours
    _timezone=America/New_York
    _bh_regular1=Mon-Fri 09:00-17:30

    [service.sample]
    _type=builtin
    _service=samples

    [service.support]
    _type=ors
    _service=callback
    _call_direction=USERTERMINATED
    _media_type=voice
    _wait_for_agent=true
    _urs_virtual_queue=MyCallbackVQ
    _business_hours_service=Office
    """
}
