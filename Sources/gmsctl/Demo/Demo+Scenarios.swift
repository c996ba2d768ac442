/// One callback of each scenario that the first part does not show.
extension Demo {
  /// What is done for them, all in one minute.
  static let scenarios: [DemoStep] = [
    DemoStep(
      "The other scenarios: a service of each, with what only it needs.",
      run:
        "service create call-us --template callback --scenario user-originated-immediate _resource_group=DNIS --fields name"
    ),
    DemoStep(
      run:
        "service create call-us-later --template callback --scenario user-originated-delayed _resource_group=DNIS --fields name"
    ),
    DemoStep(
      run: "service create call-me --template callback --scenario user-terminated-immediate --fields name"
    ),
    DemoStep(
      run: "service create call-me-later --template callback --scenario user-terminated-delayed --fields name"
    ),
    DemoStep(
      run:
        "service create look-first --template callback --scenario user-terminated-delayed-agent-preview --fields name"
    ),
    DemoStep(run: "service create chat --template callback --scenario chat-immediate --fields name"),
    DemoStep(run: "service create chat-later --template callback --scenario chat-delayed --fields name"),

    DemoStep(
      "The customer calls: a number is booked at once. The call finds the callback, then an agent is found.",
      run: "callback start call-us --number 5121 --seed 21",
      naming: "CALLER"
    ),
    DemoStep(run: "access match --access-number 6504663204 --phone-number 5121"),
    DemoStep(run: "callback event CALLER agent-reserved agent=kate --fields to,actions"),
    DemoStep(
      "The customer calls later: an agent is found first, and waits for the customer to confirm and call.",
      run: "callback start call-us-later --number 5122 --seed 22",
      naming: "LATER"
    ),
    DemoStep(run: "callback event LATER agent-reserved agent=omar --fields to,actions"),
    DemoStep(run: "callback request LATER connect --seed 22"),
    DemoStep(
      "The customer is called at once, and waits on the line.",
      run: "callback start call-me --number 5123 --seed 23 --fields _id,_callback_state",
      naming: "CALLED"
    ),
    DemoStep(run: "callback event CALLED customer-answered --fields to,actions"),
    DemoStep(
      "The customer is called as soon as an agent is there.",
      run: "callback start call-me-later --number 5124 --seed 24 --fields _id,_callback_state",
      naming: "WAITING"
    ),
    DemoStep(run: "callback event WAITING agent-reserved agent=ruth --fields to,actions"),
    DemoStep(
      "The agent sees the callback, with the customer's data, before anybody is called.",
      run: "callback start look-first --number 5125 topic=loans --seed 25 --fields _id,_callback_state",
      naming: "SEEN"
    ),
    DemoStep(
      run: "callback event SEEN agent-reserved agent=sam --fields to,actions,attached_data"
    ),
    DemoStep(run: "callback event SEEN agent-accepted --fields to,actions"),
    DemoStep(
      "The customer chats at once.",
      run: "callback start chat --number 5126 --seed 26",
      naming: "CHAT"
    ),
    DemoStep(run: "callback request CHAT ixn/chat notify_by=comet firstName=John"),
    DemoStep(
      "The customer chats as soon as an agent is there; until then the chat is not open.",
      run: "callback start chat-later --number 5127 --seed 27",
      naming: "CHATTING"
    ),
    DemoStep(run: "callback request CHATTING ixn/chat", expected: .refused),
    DemoStep(run: "callback event CHATTING agent-reserved agent=lena --fields to,actions"),
    DemoStep(run: "callback request CHATTING ixn/chat notify_by=comet"),
    DemoStep(
      "Where all eight stand.",
      run: "callback list --fields _service_name,_customer_number,_callback_state,_callback_reason"
    ),
  ]
}
