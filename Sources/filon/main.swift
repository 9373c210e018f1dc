import FilonCommand

await FilonCommand.main()
