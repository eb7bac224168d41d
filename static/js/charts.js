// charts are drawn here
