/** What Node shows by itself. Jest asks for a hundred frames of each error and looks every one up in source maps, and most errors here are meant. */
Error.stackTraceLimit = 10;
