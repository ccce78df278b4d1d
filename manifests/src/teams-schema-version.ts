/** Version of Microsoft's schemas that the Teams package is written for and checked against. */
export const teamsSchemaVersion = "1.24";
